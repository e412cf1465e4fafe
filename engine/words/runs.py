"""What the engine says of runs that are kept."""

from engine.words.sentence import Sentence, said

RUNS: dict[str, Sentence] = {
    "run_not_kept": said("This run can't be kept: {reason}. The run goes on."),
    "run_unwritable": said("The kept run {name} can't be changed: {reason}."),
    "run_under_way": said("The run {name} is in progress: stop it first."),
    "run_cannot_go_on": said(
        "The run {name} can't go on: its data has changed, or what was kept of it is "
        "damaged. Train again."
    ),
    "run_not_exported": said("The run {name} was not copied to {folder}. {why}"),
    "runs_unreadable": said("The folder {folder} can't be read: {reason}. Choose another."),
    "no_runs_there": said(
        "{folder}: no runs are there. Choose a folder to which runs were exported."
    ),
    "run_not_taken_in": said("The run {name} was not imported, nor was any other. {why}"),
    "run_is_newer": said("It was saved by a newer version of Inkgrad. Update yours."),
    "run_is_damaged": said("It is damaged or isn't a run. Export it again."),
    "moment_is_damaged": said(
        "The moment after batch {step} can't be shown: {file} is damaged. "
        "The other moments of the run are there."
    ),
    "no_weights_kept": said("No weights of the run {name} are kept, so there is no path to show."),
    "data_have_changed": said(
        "The images that the run {name} learned from have changed: its loss can't be computed any "
        "more. Train again on the images of today."
    ),
    "no_such_run": said("There is no kept run {name!r}: `inkgrad runs` lists them."),
    "several_runs": said("Several kept runs are called {name!r}: use the id of the one you mean."),
    "store_newer": said(
        "A newer version of Inkgrad keeps its runs here: this version shows them but "
        "keeps and changes none. Update it."
    ),
    "runs_damaged": said(
        "{n} kept run(s) (is|are) damaged, and put aside in {folder}.", None, counts="n"
    ),
    "runs_newer": said(
        "{n} kept run(s) (was|were) saved by a newer version of Inkgrad and "
        "(isn't|aren't) shown. Update yours.",
        None,
        counts="n",
    ),
    # the command
    "no_run_kept": said("{folder}: no runs are kept here"),
    "run_copied": said("{name}: copied to {folder}"),
    "run_imported": said("{name}: imported"),
    "run_already_here": said("{name}: is here already"),
    "run_deleted": said("{name}: deleted"),
    "settings_differ": said("these settings differ:"),
    "no_setting_differs": said("no settings differ"),
    "results_of_runs": said("results:"),
    "kept_run": said("{model} on {dataset}, epoch {epoch} of {epochs}, {accuracy}, {standing}"),
    "share_and_drawn": said("{share} (drawn digits {drawn})"),
    "run_finished": said("finished"),
    "run_stopped": said("stopped"),
    "run_diverged": said("diverged"),
    "run_failed": said("failed"),
    "run_goes_on_now": said("running"),
    "run_cut_off": said("interrupted at batch {step}"),
}
