"""Why the system refused something, in our words: its own may be in another language."""

from engine.words.sentence import Sentence, said

SYSTEM: dict[str, Sentence] = {
    "ENOENT": said("no such file or folder"),
    "EACCES": said("permission denied"),
    "EPERM": said("that isn't permitted"),
    "EISDIR": said("it is a folder"),
    "ENOTDIR": said("a part of its path is not a folder"),
    "EEXIST": said("it exists already"),
    "ENAMETOOLONG": said("its name is too long"),
    "ENOSPC": said("the disk is full"),
    "EDQUOT": said("the disk quota is used up"),
    "EROFS": said("the disk can only be read"),
    "EIO": said("the disk failed"),
    "EINVAL": said("the name or the request is not valid"),
    "ESPIPE": said("it is a pipe or a device, not a file"),
    "EMFILE": said("too many files are open"),
    "EBUSY": said("something else is using it"),
    "ENOTEMPTY": said("the folder isn't empty"),
    "system_says": said("{reason}"),
    "system_refused": said("The system refused: {reason}."),
    "nothing_computes": said("The part of Inkgrad that computes isn't running: try again first."),
    "unexpected": said("Something went wrong inside Inkgrad: {error}. Your sketch is kept."),
    "no_memory": said("There isn't enough memory. Close other programs or take less data."),
    "interrupted": said("interrupted"),
}
