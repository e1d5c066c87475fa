import pytest
from django.utils import timezone
from counterpoint.apps.imports.models import ImportRun, Stage
from tests.factories import accounts, imports
from tests.journeys.people import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("terms_and_places")]


def test_shots(open_screen, tmp_path):
    team = accounts.person("Terry Team", is_programme_team=True)
    before = imports.OFFERS + "".join(
        f"{n},Workshop {n},Clay and print,Leeds,Harbour Clay\n" for n in range(10, 40)
    )
    imports.imported(
        tmp_path,
        before,
        by=team,
        publisher="Tideway Arts Network",
        licence="CC BY 4.0",
        url="https://tideway.example/list",
    )
    run = imports.imported(
        tmp_path,
        before.replace("weekly", "daily").replace("Clay and print", "Clay, print and paper")
        + "90,,No title,Hull,X\n91,,No title either,Nowherehouse,Harbour Clay\n92,Fine,Words,Atlantiss,Harbour Clay\n",
        by=team,
        publisher="Tideway Arts Network",
        licence="CC BY 4.0",
    )
    imports.imported(tmp_path, imports.AWARDS_WITH_A_FAULT, name="awards.csv", by=team)
    imports.imported(
        tmp_path,
        imports.OFFERS.replace("Tideway", "Example"),
        name="ex.csv",
        by=team,
        source="Counterpoint examples: offers",
        publisher="Counterpoint",
        licence="Apache-2.0",
    )
    imports.doubt(run)
    imports.doubt(run, "Opera Harbour", "Opera Harbour Company")
    unknown = imports.imported(
        tmp_path,
        "was,wie,wo\nChor,Wir singen,Leeds\nTanz,Wir tanzen,Hull\n",
        name="liste.csv",
        by=team,
    )
    trial = imports.imported(
        tmp_path, imports.OFFERS, name="trial.csv", by=team, is_dry_run=True
    )
    path = tmp_path / "big.csv"
    path.write_text("x")
    going = ImportRun.objects.create(
        file_name="360giving-2024.csv",
        path=str(path),
        sha256="0" * 64,
        size_bytes=48_000_000,
        stage=Stage.RUNNING,
        share_done=0.42,
        counts={"rows": 125000},
        started_by=team,
        started_at=timezone.now(),
        beat_at=timezone.now(),
        worker="x:1",
    )
    mapping = imports.mapping(by=team)
    told = []
    for width, theme in ((1280, "light"), (390, "dark")):
        screen = open_screen(width=width, theme=theme)
        sign_in(screen, team)
        for name, address in {
            "list": "/imports/",
            "new": "/imports/new/",
            "run": f"/imports/{run.pk}/",
            "failed": f"/imports/{unknown.pk}/",
            "columns": f"/imports/{unknown.pk}/columns/",
            "trial": f"/imports/{trial.pk}/",
            "going": f"/imports/{going.pk}/",
            "doubts": "/imports/doubts/",
            "mappings": "/imports/mappings/",
            "editmap": f"/imports/mappings/{mapping.pk}/",
            "undo": f"/imports/{run.pk}/undo/",
            "sources": "/data-sources/",
        }.items():
            screen.go(address)
            screen.page.screenshot(
                path=f"/tmp/w/CP/shots/{name}-{width}-{theme}.png", full_page=True
            )
            for check in (screen.check_width, screen.check_accessibility):
                try:
                    check()
                except AssertionError as e:
                    told.append(f"{name} {width}: {e}")
        screen.go(f"/imports/{going.pk}/")
        ImportRun.objects.filter(pk=going.pk).update(share_done=0.6, counts={"rows": 200000})
        screen.page.wait_for_timeout(5000)
        told.append("FRAG " + screen.page.locator("#progress").inner_text())
        ImportRun.objects.filter(pk=going.pk).update(stage=Stage.FINISHED)
        screen.page.wait_for_timeout(3500)
        told.append("END " + screen.page.locator("main").inner_text()[:80])
        ImportRun.objects.filter(pk=going.pk).update(stage=Stage.RUNNING)
        told += screen.complaints
        screen.complaints.clear()
    print("\n".join(told))
