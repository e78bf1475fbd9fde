import pytest

from virtualclusters.areas.student_projects.tests.college.rows import (
    make_college,
    make_coordinator,
    make_course,
    make_department,
)


@pytest.fixture
def college(db):
    return make_college()


@pytest.fixture
def coordinator(college):
    return make_coordinator(college)


@pytest.fixture
def department(college):
    return make_department(college)


@pytest.fixture
def course(department):
    return make_course(department)
