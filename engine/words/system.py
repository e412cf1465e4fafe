"""Why the system refused something, in our words: its own may be in another language."""

from engine.words.sentence import Sentence, said

SYSTEM: dict[str, Sentence] = {
    "ENOENT": said("no such file or folder"),
    "EACCES": said("permission denied"),
    "EPERM": said("that isn't permitted"),
    "EISDIR": said("it is a folder"),
    "ENOTDIR": said("a part of its path is not a folder"),
    "EEXIST": said("it already exists"),
    "ENAMETOOLONG": said("its name is too long"),
    "ENOSPC": said("the disk is full"),
    "EDQUOT": said("the disk quota is used up"),
    "EROFS": said("the disk is read-only"),
    "EIO": said("the disk failed"),
    "EINVAL": said("the name or the request is not valid"),
    "ESPIPE": said("it is a pipe or a device, not a file"),
    "ELOOP": said("a link leads back to itself"),
    "EMFILE": said("too many files are open"),
    "EFBIG": said("it is too large"),
    "EBUSY": said("it is in use"),
    "ENOTEMPTY": said("the folder isn't empty"),
    "system_says": said("{reason}"),
    "system_refused": said("The system refused: {reason}."),
    "nothing_computes": said(
        "Inkgrad's background process isn't running: press “Try again” first."
    ),
    "unexpected": said("Something went wrong inside Inkgrad: {error}. Your sketch is kept."),
    "no_memory": said("There isn't enough memory. Close other programs or use less data."),
    "interrupted": said("interrupted"),
    "output_unwritable": said(
        "This command's output can't be written: {reason}. Send it to another place."
    ),
    "file_missing": said("{file} doesn't exist: check its name."),
    "not_understood": said("{reason}"),
    "put_aside": said("{file} is damaged. It was put aside as {aside}."),
    "put_aside_unread": said(
        "{file} can't be read ({reason}), so it was put aside as {aside}: check its permissions."
    ),
    "damaged_and_stays": said("{file} is damaged ({reason}), and can't be put aside either."),
}
