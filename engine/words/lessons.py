"""What the engine says of lessons and the files of lessons."""

from engine.words.sentence import Sentence, said

LESSONS: dict[str, Sentence] = {
    "title_length": said(
        "title has {length} character(s): give it from 1 to {most}.", "", "length"
    ),
}
