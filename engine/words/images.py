"""What the engine says of images and strokes."""

from engine.words.sentence import Sentence, said

IMAGES: dict[str, Sentence] = {
    # files
    "no_image_path": said("{path!r} is not a path: choose an image file."),
    "not_an_image": said("{file} isn't a readable image. Choose a PNG or JPEG."),
    "image_too_large": said(
        "{file} is too large. Reduce it to less than {megapixels} megapixels first."
    ),
    "image_takes_long": said(
        "{file} takes far longer to decode than an image of its size should. Save it as a PNG."
    ),
    "image_unreadable": said("{file} can't be read: {reason}."),
    "damaged": said("it is damaged"),
    # sketches that were saved
    "sketch_unopened": said("{file} can't be opened: {cause}."),
    "sketch_too_large": said("it is too large for a sketch"),
    "sketch_with_definitions": said("it contains definitions that no sketch needs"),
    "sketch_of_others": said(
        "it isn't a sketch saved by Inkgrad. Save the drawing as a PNG and open that"
    ),
    "no_ink": said("{file}: no ink can be seen in it. Choose another image."),
    # arrays
    "image_empty": said("The image is empty: it has no pixels."),
    "image_broken": said("The image can't be read: {reason}."),
    "rows_unequal": said("An image's rows must all be the same length."),
    "image_shape": said(
        "An image must have the shape (height, width) or (height, width, channels), not {shape}."
    ),
    "image_of_no_numbers": said("An image must consist of numbers, not {kind}."),
    "image_not_finite": said("The image has pixels that are not finite numbers (NaN or infinity)."),
    "images_for_classifier": said(
        "Expected a uint8 array of shape {wanted}, not {found}: prepare images with "
        "engine.prepare_image."
    ),
    # strokes
    "no_line_of_that_width": said("A line can't be {width} px wide: choose more than 0, up to 20."),
    "stroke_of_no_points": said("Stroke {number} is not a list of (x, y) points: {reason}."),
    "stroke_shape": said("Stroke {number} must have the shape (N, 2), not {shape}."),
    "stroke_not_finite": said(
        "Stroke {number} has a point that is not finite; leave such points out."
    ),
    # UNIPEN
    "pen_line": said("{file}, line {line}: {cause}."),
    "pen_segment": said('expected .SEGMENT DIGIT <n> ? "<label>", found {found!r}'),
    "pen_stroke_early": said("a stroke begins before the first .SEGMENT"),
    "pen_point": said("expected a point as 'x y', found {found!r}"),
    "pen_point_infinite": said("a point must be finite, found {found!r}"),
    "no_pen_digits": said("{file} contains no digits: no line begins with .SEGMENT DIGIT."),
    "pen_file_unreadable": said("{file} can't be read: {reason}."),
    "no_unipen": said("{file} is not UNIPEN text: byte {place} is not ASCII."),
    "other_strokes": said(
        "The pen strokes are not UCI's pendigits-orig.tra: they are {digits} digit(s), "
        "sha256 {found}. Use the file that assets/starter/ORIGIN.md names.",
        None,
        counts="digits",
    ),
    "fonts_missing": said(
        "The fonts {names} are missing from {folder}. Install the packages that "
        "assets/starter/ORIGIN.md names."
    ),
}
