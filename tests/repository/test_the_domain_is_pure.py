import subprocess
import sys


def test_the_domain_is_imported_without_django():
    script = (
        "import pkgutil, importlib, sys, counterpoint.domain as domain\n"
        "for module in pkgutil.walk_packages(domain.__path__, 'counterpoint.domain.'):\n"
        "    importlib.import_module(module.name)\n"
        "print(sorted(name for name in sys.modules if name.split('.')[0] in "
        "{'django', 'tantivy', 'sqlite3', 'psycopg', 'requests'}))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"
