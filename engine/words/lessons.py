"""What the engine says of lessons and the files of lessons."""

from engine.words.sentence import Sentence, said

LESSONS: dict[str, Sentence] = {
    "lesson_says": said("{sentence}"),
    # files that a teacher hands out
    "in_file": said("{file}: {cause}"),
    "in_config": said("config.{cause}"),
    "lesson_unreadable": said("{file} can't be read ({reason}): choose a {suffix} file."),
    "lesson_file_too_large": said("{file} is too large to be a lesson: choose a {suffix} file."),
    "lesson_too_large": said("{file} would be too large for a lesson: shorten its text."),
    "no_json": said(
        "{file} is not a lesson: line {line}, column {column} isn't JSON ({reason}). Correct it "
        "there, or download the file again."
    ),
    "not_a_lesson": said(
        "{file} is not a lesson: {reason}. Correct it, or download the file again."
    ),
    "lesson_is_object": said("{file} is not a lesson: it must be a JSON object, in braces."),
    "not_text": said("it is not text"),
    "nested_too_deeply": said("it is nested too deeply"),
    "number_too_long": said("a number in it is too long"),
    "field_twice": said("{name!r} is in it twice"),
    "constant_is_no_number": said("{name} is not a number"),
    "lesson_format": said("format is {version!r}: it must be {format}."),
    "lesson_newer": said("a newer version of Inkgrad saved this lesson. Update yours."),
    "title_missing": said("title is missing: give the lesson one."),
    "title_length": said(
        "title has {length} character(s): use 1 to {most}.", None, counts="length"
    ),
    "text_length": said(
        "text has {length} character(s): use {most} at most.", None, counts="length"
    ),
    "dataset_empty": said("dataset is empty: use a name such as mnist_sample, or a path."),
    "no_such_page": said("pages names {page!r}, which doesn't exist: choose from {pages}."),
    "pages_once": said("pages must name at least one page, and none twice."),
    "lessons_once": said("lessons must name no lesson twice, and {most} at most."),
    "questions_list": said("questions must be a list of {most} at most, in brackets."),
    "question_fields": said(
        "question {number} can't be asked: give it question, and choices with right, or accept, or "
        "neither. Its fields are {names}."
    ),
    "question_right": said(
        "question {number} needs 2 to {most} different choices, one of them right: marked with * "
        "in the dialog, in a file by right, its place counted from 0."
    ),
    "question_again": said("question {number} was asked before: reword it, or leave it out."),
    "question_text": said("question {number}: use texts of {most} characters at most."),
    "question_line": said(
        "Line {line} of the questions can't be read: begin with ? a question, with - or * its "
        "wrong or right choice, with = an accepted answer, with ! why it is so."
    ),
    # what pupils hand in
    "work_unreadable": said("{file} can't be read: {reason}."),
    "work_too_large": said("{file} is too large to be a pupil's progress: leave it out."),
    "no_work": said("{file} is left out: {reason}. Ask for a new export."),
    "not_progress": said("it isn't exported progress, or it is damaged"),
    "class_unreadable": said("{folder} can't be read ({reason}): choose a folder."),
    "class_empty": said("{folder} contains no exports: put the .json or .csv files there."),
    "class_too_large": said("{folder} contains more than {most} files: choose a class's folder."),
    "class_questions": said(
        "{folder} contains more than {most} different questions, and {file} the most of them: "
        "leave that file out, or choose a class's folder."
    ),
    "class_said": said("{pupils} pupil(s); files left out: {refused}.", None, counts="pupils"),
    "config_is_object": said("config is {value!r}: it must be an object, in braces."),
    "config_hidden_list": said("config.hidden is {value!r}: it must be a list of widths."),
    "list_of_names": said("{name} is {value!r}: it must be a list of names."),
    "field_unknown": said("{name!r} is unknown: leave it out, or use one of {names}."),
    "wrong_kind": said("{name} is {value!r}: it must be {kind}."),
    "kind_text": said("text"),
    "kind_whole": said("a whole number"),
    "kind_number": said("a number"),
    "kind_flag": said("true or false"),
    "bad_character": said("{name} contains a character that can't be shown: remove it."),
    "lesson_data_missing": said("{file} is missing: put the data next to the lesson, in {folder}."),
    # code views
    "no_engine_code": said("{target!r} is not part of the engine: name it as engine.module:name."),
    "engine_code_missing": said("The engine has no function or class {target!r}."),
    "source_missing": said(
        "The source of {target} is not included in this copy of Inkgrad: read it on the "
        "web, or install Inkgrad from source."
    ),
    # the program's own lessons
    "text_name": said("{file}: name the text <order>_<name>.toml, such as 030_sgd.toml."),
    "text_unreadable": said("{file} can't be read: {reason}."),
    "question_number": said("{file}: a question's number is {value!r}: use a whole number."),
    "right_choice": said(
        "{where}: right is {value!r}: use the number of a choice, counted from 0."
    ),
    "word_no_text": said("{file}, [words]: {name} is {value!r}: use text in quotes."),
    "keys_missing": said("{where}: {names} is missing."),
    "keys_unknown": said("{where}: {names} means nothing here."),
    "question_twice": said("Question {number} is in both {first} and {second}: keep one."),
    "field_no_text": said("{where}: {name} is {value!r}: use text."),
    "field_no_list": said("{where}: {name} is {value!r}: use a list of texts."),
}
