"""``python -m qbo_checks`` is ``qbo-check``."""

from qbo_checks.cli.main import main

if __name__ == "__main__":
    main()
