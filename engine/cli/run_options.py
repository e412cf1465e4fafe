"""What can be typed after `inkgrad runs`."""

import argparse

RUNS_EXAMPLES = """\
examples:
  inkgrad runs                                   all kept runs, newest first
  inkgrad runs show "Run 3"                      settings and epochs of one, by name or id
  inkgrad runs compare "Run 2" "Run 3"           the settings that differ, and the results
  inkgrad runs export "Run 3" to-give-away/      a copy of its folder: models, reports, settings
  inkgrad runs import to-give-away/              keep what another computer exported

Each run is a folder of JSON and .safetensors files."""
_TASKS = {
    "list": "list all runs, newest first",
    "show": "show everything about one run",
    "export": "copy the folders of runs to another place",
    "import": "keep runs that were exported on another computer",
    "delete": "delete runs and their models",
    "compare": "show which settings differ",
}
_NAME = "a run's name or id"


def add_tasks(runs: argparse.ArgumentParser) -> None:
    """Add what can be done with runs; without any of it they are listed."""
    _add_json(runs, default=False)
    tasks = runs.add_subparsers(title="tasks", metavar="TASK", dest="task")
    for task, summary in _TASKS.items():
        parser = tasks.add_parser(task, help=summary, description=f"{summary.capitalize()}.")
        if task == "show":
            parser.add_argument("run_name", metavar="RUN", help=_NAME)
        elif task == "import":
            parser.add_argument("folder", metavar="FOLDER", help="what an export wrote")
        elif task != "list":
            parser.add_argument("run_names", nargs="+", metavar="RUN", help=_NAME)
        if task == "export":
            parser.add_argument("folder", metavar="FOLDER", help="where to; created if missing")
        _add_json(parser, default=argparse.SUPPRESS)  # or it would undo what stands before it


def _add_json(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--json", action="store_true", default=default, help="print one JSON object per line"
    )
