# Everything a newcomer or a developer types; `make help` lists it.
# Python's environment is made in .venv by the first target that needs it.
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test test-long fuzz monkey kills soak check translations screenshots package clean

# A Python that isn't found by itself can be named: make run PYTHON=/opt/python/bin/python3
export PYTHON

# Three tests at a time on two cores (tests/conftest.py), each with one thread.
PYTEST = OMP_NUM_THREADS=1 LC_ALL=C.UTF-8 .venv/bin/python -m pytest -n auto --dist worksteal

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

run: ## make the environment if needed, and open the window (ARGS="..." goes to the inkgrad command)
	@packaging/environment run
	@packaging/open-window $(ARGS)

test: ## make the environment if needed, and run the tests (ARGS="..." goes to pytest)
	@packaging/environment dev
	@echo "The tests: about four minutes on two cores, thirteen on old ones."
	@$(PYTEST) $(ARGS)

test-long: ## the tests that take long, which `make test` leaves out (ARGS="..." goes to pytest)
	@packaging/environment dev
	@echo "The long tests: about eight minutes on two cores, thirty on old ones."
	@$(PYTEST) -m long $(ARGS)

ATTACK = OMP_NUM_THREADS=1 LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.attacks
CASES = 20000
SEQUENCES = 300
KILLS = 100
MINUTES = 60
FIRST = 0

fuzz: ## damaged files for all readers, and random pictures (CASES=20000; FIRST=N begins at number N)
	@packaging/environment dev
	@$(ATTACK).fuzz --cases $(CASES) --first $(FIRST)
	@$(ATTACK).test_random_pictures --count $(CASES) --first $(FIRST)

monkey: ## random sequences of actions on the real window (SEQUENCES=300; FIRST=N SEQUENCES=1 does one again)
	@packaging/environment dev
	@$(ATTACK).monkey --sequences $(SEQUENCES) --first $(FIRST)

kills: ## SIGKILL for the window and for its worker at any moment (KILLS=100)
	@packaging/environment dev
	@$(ATTACK).kills --kills $(KILLS) --first $(FIRST)

soak: ## one window used for long: memory, descriptors, threads, gaps (MINUTES=60)
	@packaging/environment dev
	@$(ATTACK).soak --minutes $(MINUTES)

check: ## lint, format, types, the layers, and what is known against the dependencies
	@packaging/environment dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/mypy docs packaging
	.venv/bin/lint-imports
	.venv/bin/python packaging/audit.py

translations: ## gather the window's texts and compile their translations
	@packaging/environment dev
	.venv/bin/python packaging/translations.py

screenshots: ## take screenshots of every page, light and dark, small and large, into docs/
	@packaging/environment dev
	@echo "The screenshots: a few minutes on two cores."
	@OMP_NUM_THREADS=1 PYTHONPATH=. .venv/bin/python docs/screenshots.py

package: ## build the installer for Debian and a portable archive into dist/, and measure them
	@packaging/environment package
	@packaging/system-libraries package
	build/environment/bin/python packaging/linux/build.py

clean: ## remove the environment and all that the other targets made
	rm -rf .venv build dist inkgrad.egg-info inkgrad.png
	rm -rf __pycache__ .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find assets benchmarks desktop engine tests -name __pycache__ -type d -prune -exec rm -rf {} +
