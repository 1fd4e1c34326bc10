"""Migrations: up, down, up, and the same tables as the models, on both databases."""

import threading

import pytest

from storage import migrate


def test_migrations_make_what_the_models_say(database_url: str) -> None:
    assert migrate.differences(database_url) == []


def test_up_down_and_up_again_leaves_the_same_tables(empty_database_url: str) -> None:
    assert migrate.current(empty_database_url) is None
    migrate.upgrade(empty_database_url)
    assert migrate.current(empty_database_url) == migrate.head()
    migrate.downgrade(empty_database_url, "base")
    assert migrate.current(empty_database_url) is None
    migrate.upgrade(empty_database_url)
    assert migrate.differences(empty_database_url) == []


def test_every_step_can_be_taken_back_alone(empty_database_url: str) -> None:
    revisions = [path.name.split("_")[0] for path in migrate.versions()]
    for before, revision in zip(["base", *revisions], revisions, strict=False):
        migrate.upgrade(empty_database_url, revision)
        migrate.downgrade(empty_database_url, before)
        migrate.upgrade(empty_database_url, revision)
    assert migrate.current(empty_database_url) == migrate.head()


def test_processes_that_start_together_take_turns_at_migrating(empty_database_url: str) -> None:
    faults: list[Exception] = []

    def start() -> None:
        try:
            migrate.upgrade(empty_database_url)
        except Exception as fault:
            faults.append(fault)

    starts = [threading.Thread(target=start) for _ in range(4)]
    for one in starts:
        one.start()
    for one in starts:
        one.join()
    assert faults == []
    assert migrate.current(empty_database_url) == migrate.head()


def test_a_database_of_a_newer_program_is_refused(database_url: str) -> None:
    with migrate.connected(database_url) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(migrate.UnknownRevision):
        migrate.upgrade(database_url)
