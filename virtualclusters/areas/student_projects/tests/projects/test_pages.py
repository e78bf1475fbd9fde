"""The pages of a project, as each who takes part opens them."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_cluster, make_member, make_officer, make_organisation
from virtualclusters.areas.student_projects.models import CallItem, FeeReport, ProjectWork, StillInUse, Terms, WeekLog
from virtualclusters.areas.student_projects.projects.operations import agreeing, following, reporting, working
from virtualclusters.areas.student_projects.projects.operations.applying import apply_with_team
from virtualclusters.areas.student_projects.tests.projects.scenes import CHOSEN, DAY, College, Project
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.actors import actor_for
from virtualclusters.network.organisations.models import OrganisationKind

pytestmark = pytest.mark.django_db
PAPERS = (
    "request-letter",
    "agreement",
    "diary",
    "attendance",
    "unit-evaluation",
    "student-feedback",
    "college-evaluation",
    "relieving-letter",
)


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def scene(now):
    """A chosen team and everybody's browsers."""

    class Scene:
        def __init__(self):
            self.college, self.project = College(at=now), Project(at=now)
            self.college.course.ends_on = (now + 200 * DAY).date()
            self.college.course.save()
            self.team = self.college.team()
            self.engagement = self.project.chosen(self.college, self.team, at=now)
            self.students = [one.student for one in self.team.members.select_related("student__person").order_by("pk")]
            self.student = actor_for(self.students[0].person)

        def begin(self):
            told = {"engagement_id": self.engagement.pk, "at": now}
            agreeing.propose_terms(actor=self.project.owner, **told, **CHOSEN)
            agreeing.say_yes(version=1, actor=self.college.coordinator, **told)
            act(verb="start", actor=self.project.owner, **told)
            week = working.week_of(date.fromisoformat(f"{now:%Y-%m-%d}"))
            working.write_week(
                week=working.open_weeks(self.engagement_now(), now)[0] or week,
                hours=7.5,
                done="Weighed 100 packs.",
                actor=self.student,
                **told,
            )

        def engagement_now(self):
            return Engagement.objects.get(pk=self.engagement.pk)

    return Scene()


def browser(actor):
    client = Client()
    client.force_login(actor.person)
    return client


def opened(actor, name, *args):
    """The page of that name as its reader sees it, in English."""
    answer = browser(actor).get(reverse(name, args=args))
    assert answer.status_code == 200, (name, answer.status_code)
    return answer.content.decode()


def test_everybody_who_takes_part_opens_the_projects_page_and_reads_where_to_tell_of_money(scene):
    for actor in (scene.project.owner, scene.college.coordinator, scene.college.mentor, scene.student):
        page = opened(actor, "project_work", scene.engagement.pk)

        assert (scene.students[0].name in page, "Somebody asks for money? Tell us" in page) == (True, True)


@pytest.mark.parametrize(
    "name", ["project_terms", "project_weeks", "project_talk", "project_papers", "project_evaluate"]
)
def test_every_page_of_a_project_opens_for_each_seat_and_tells_of_money(scene, name):
    scene.begin()

    for actor in (scene.project.owner, scene.college.coordinator, scene.college.mentor, scene.student):
        assert "Somebody asks for money? Tell us" in opened(actor, name, scene.engagement.pk)


def test_a_unit_reads_of_an_applicant_course_size_skills_teacher_and_distance_but_no_students_name(scene, now):
    other = College(at=now, latitude=18.63, longitude=73.87)
    other.course.ends_on = (now + 200 * DAY).date()
    other.course.save()
    project = Project(at=now)
    words = "We weigh. Call 98765 43210."
    apply_with_team(
        opportunity_id=project.opportunity.pk, team_id=other.team().pk, words=words, actor=other.coordinator, at=now
    )

    page = opened(project.owner, "project_applicants", project.opportunity.pk)

    told = [
        "We weigh.",
        "B.Tech Food",
        "team of 2",
        "baking, measuring",
        "Dr Sample",
        "11 km",
        other.unit.organisation.name,
    ]
    assert [word for word in told if word not in page] == []
    assert "43210" not in page
    assert [one.name for one in other.unit.organisation.students.all() if one.name in page] == []


def test_a_coordinator_applies_with_a_team_and_sees_the_talk(scene, now):
    project = Project(at=now)
    team = scene.college.team()
    page = opened(scene.college.coordinator, "project_apply", project.opportunity.pk)

    answer = browser(scene.college.coordinator).post(
        reverse("project_apply", args=[project.opportunity.pk]), {"team": team.pk, "words": "We measure."}
    )

    engagement = Engagement.objects.get(opportunity=project.opportunity)
    assert (team.name in page, engagement.series) == (True, team.series)
    assert answer.headers["Location"] == reverse("engagement", args=[engagement.pk])


def test_a_coordinator_without_a_team_is_shown_the_one_next_step(now):
    college, project = College(at=now), Project(at=now)

    page = opened(college.coordinator, "project_apply", project.opportunity.pk)

    assert ("No team is free" in page, reverse("college") in page) == (True, True)


def test_terms_are_chosen_by_one_and_said_yes_to_by_the_other(scene):
    address = reverse("project_terms", args=[scene.engagement.pk])
    chosen = {
        "ownership": "shared",
        "secrecy": "names_hidden",
        "visits": "3",
        "insurance": "unit",
        "objectives": "Fewer.",
    }
    browser(scene.project.owner).post(address, chosen)
    page = opened(scene.college.coordinator, "project_terms", scene.engagement.pk)

    browser(scene.college.coordinator).post(reverse("project_terms_yes", args=[scene.engagement.pk]), {"version": "1"})

    assert ("belongs to the unit and the college together" in page, Terms.objects.get().stand) == (True, True)


def test_terms_that_let_the_college_publish_without_months_keep_what_was_typed(scene):
    chosen = {
        "ownership": "college_publishes",
        "secrecy": "none",
        "visits": "3",
        "insurance": "unit",
        "objectives": "Ours.",
    }

    page = (
        browser(scene.project.owner).post(reverse("project_terms", args=[scene.engagement.pk]), chosen).content.decode()
    )

    assert ("Say after how many months." in page, "Ours." in page, Terms.objects.count()) == (True, True, 0)


def test_a_student_writes_her_week_on_one_page(scene):
    scene.begin()
    address = reverse("project_week", args=[scene.engagement.pk])
    page = opened(scene.student, "project_week", scene.engagement.pk)
    week = WeekLog.objects.get().week

    browser(scene.student).post(address, {"week": week.isoformat(), "hours": "६.५", "done": "Measured."})
    odd = browser(scene.student).post(address, {"week": week.isoformat(), "hours": "70", "done": "x"}).content.decode()

    log = WeekLog.objects.get()
    assert ("Week from" in page, float(log.hours), log.done) == (True, 6.5, "Measured.")
    assert "Enter 60 or less." in odd


def test_a_student_who_wrote_this_week_is_no_longer_asked_for_it_and_her_mate_still_is(scene, now):
    scene.begin()
    week = working.open_weeks(scene.engagement_now(), now)[0]
    mate = actor_for(scene.students[1].person)
    told = {"engagement_id": scene.engagement.pk, "week": week, "hours": 3, "done": "Measured.", "at": now}
    working.write_week(actor=scene.student, **told)

    hers, mates = (opened(actor, "project_work", scene.engagement.pk) for actor in (scene.student, mate))

    asked = "Write what you did this week."
    assert (asked in hers, "This week is written." in hers, asked in mates) == (False, True, True)


def test_a_week_written_before_this_one_leaves_this_one_to_be_written(scene, now):
    scene.begin()
    WeekLog.objects.update(week=working.week_of(day_in_india(now)) - 7 * DAY)

    page = opened(scene.student, "project_work", scene.engagement.pk)

    assert ("Write what you did this week." in page, "This week is written." in page) == (True, False)


def test_her_own_page_leads_a_student_to_write_the_week_and_then_to_change_it(scene):
    scene.begin()
    written = opened(scene.student, "my_project")
    WeekLog.objects.all().delete()

    page = opened(scene.student, "my_project")

    assert ("Change my week" in written, "Write my week" in written) == (True, False)
    assert ("Change my week" in page, "Write my week" in page) == (False, True)


def test_nobody_but_a_student_writes_weeks(scene):
    for actor in (scene.project.owner, scene.college.coordinator, scene.college.mentor):
        assert browser(actor).get(reverse("project_week", args=[scene.engagement.pk])).status_code == 404


def test_an_empty_word_on_a_week_is_told_beside_the_field(scene):
    scene.begin()
    address = reverse("project_comment", args=[WeekLog.objects.get().pk])

    empty = browser(scene.project.owner).post(address, {"words": ""})
    browser(scene.project.owner).post(address, {"words": "Good work."})

    assert "Fill this in." in empty.content.decode()
    assert "Good work." in opened(scene.student, "project_weeks", scene.engagement.pk)


def test_a_student_writes_to_everybody_and_the_unit_reads_it(scene):
    address = reverse("project_talk", args=[scene.engagement.pk])

    browser(scene.student).post(address, {"words": "We come on Monday."})

    assert "We come on Monday." in opened(scene.project.owner, "project_talk", scene.engagement.pk)


def test_half_way_and_the_handing_over_show_on_the_projects_page(scene):
    scene.begin()
    pk = scene.engagement.pk
    browser(scene.project.owner).post(reverse("project_review", args=[pk]), {"on_track": "yes", "words": "They come."})
    browser(scene.student).post(
        reverse("project_hand_over", args=[pk]), {"title": "A softer box", "number_after": "2.5"}
    )

    page = opened(scene.project.owner, "project_work", pk)

    assert [word for word in ("On track", "They come.", "A softer box", "6 → 2.5") if word not in page] == []


def test_after_the_end_words_certificates_and_papers_are_there(scene, now):
    scene.begin()
    pk, marks = scene.engagement.pk, {"first": "5", "second": "4", "third": "3", "would_again": "yes"}
    act(engagement_id=pk, verb="finish", actor=scene.project.owner, at=now)
    browser(scene.project.owner).post(reverse("project_evaluate", args=[pk]), marks | {"number_now": "2.5"})
    browser(scene.college.mentor).post(reverse("project_evaluate", args=[pk]), marks)

    page = opened(scene.student, "project_work", pk)
    certificate = scene.students[0].certificates.get()
    pdf = browser(scene.student).get(reverse("project_certificate", args=[certificate.pk]))
    theirs = browser(scene.project.owner).get(reverse("project_certificate", args=[certificate.pk]))

    assert ("Certificate (PDF)" in page, "5, 4 and 3 of 5" in page) == (True, True)
    assert (pdf.content[:5], theirs.status_code) == (b"%PDF-", 404)


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_prints_in_both_languages(scene, now, name, language):
    scene.begin()
    act(engagement_id=scene.engagement.pk, verb="finish", actor=scene.project.owner, at=now)

    answer = browser(scene.college.coordinator).get(
        f"/{language}/projects/work/{scene.engagement.pk}/papers/{name}.pdf"
    )

    assert (answer.status_code, answer.content[:5]) == (200, b"%PDF-")


def test_a_paper_of_no_name_or_before_its_time_is_not_found(scene):
    for name in ("fee-receipt", "relieving-letter"):
        address = reverse("project_paper", args=[scene.engagement.pk, name])
        assert browser(scene.college.coordinator).get(address).status_code == 404


def test_a_stranger_finds_none_of_the_pages_of_a_project(scene):
    scene.begin()
    stranger = College().coordinator
    names = [
        "project_work", "project_terms", "project_week", "project_weeks", "project_talk", "project_review",
        "project_hand_over", "project_evaluate", "project_papers",
    ]  # fmt: skip

    found = [
        name for name in names if browser(stranger).get(reverse(name, args=[scene.engagement.pk])).status_code != 404
    ]

    assert found == []


def test_opening_the_link_of_still_in_use_records_nothing_and_yes_does(scene, now):
    scene.begin()
    act(engagement_id=scene.engagement.pk, verb="finish", actor=scene.project.owner, at=now)
    asked = following.ask_still_in_use(engagement=scene.engagement_now(), at=now)
    address = reverse("project_in_use", args=[asked.key])

    before = Client().get(address).content.decode(), StillInUse.objects.get().answered_at
    after = Client().post(address, {"answer": "yes", "words": "Every day."}).content.decode()

    kept = StillInUse.objects.get()
    assert ("Yes, it is in use" in before[0], before[1]) == (True, None)
    assert ("Thank you" in after, kept.in_use, kept.words) == (True, True, "Every day.")


def test_a_fee_is_told_to_the_administrator_and_the_project_goes_on(scene):
    administrator = make_member(make_organisation(kind=OrganisationKind.ADMINISTRATOR))
    pk = scene.project.opportunity.pk
    told = {"asker": "college", "words": "500 rupees."}
    browser(scene.student).post(reverse("project_money", args=[pk]), told)
    browser(scene.student).post(reverse("project_money", args=[pk]), told)
    report = FeeReport.objects.get()

    listed = opened(administrator, "project_reports")
    page = opened(administrator, "project_report", report.pk)
    browser(administrator).post(reverse("project_report", args=[report.pk]), {"words": "Called the college."})

    report.refresh_from_db()
    assert ("Our biscuits break" in listed, "500 rupees." in page) == (True, True)
    assert (report.settlement, report.settled_by) == ("Called the college.", administrator.person)
    assert scene.engagement_now().phase == Phase.AGREED


def test_who_is_no_administrator_does_not_open_reports_of_money(scene):
    reporting.report_fee(
        opportunity_id=scene.project.opportunity.pk, asker="college", words="", actor=scene.student, at=timezone.now()
    )

    for actor in (scene.project.owner, scene.college.coordinator, scene.student):
        assert browser(actor).get(reverse("project_reports")).status_code == 403


def test_a_facilitator_settles_the_calls_of_her_own_cluster_only(scene, now):
    mine, other = make_cluster(units=[scene.project.unit]), make_cluster(slug="machines")
    scene.project.opportunity.clusters.add(mine)
    following.call_for(
        opportunity=scene.project.opportunity, engagement=scene.engagement, why=CallItem.Why.UNIT_SILENT, at=now
    )
    facilitator, stranger = make_officer(mine, "facilitator"), make_officer(other, "facilitator")
    address = reverse("project_call", args=[CallItem.objects.get().pk])

    listed = opened(facilitator, "project_calls")
    foreign = browser(stranger).get(address).status_code
    browser(facilitator).post(address, {"words": "The owner was ill. She writes tomorrow."})

    assert ("The unit says nothing" in listed, foreign) == (True, 404)
    assert CallItem.objects.get().note == "The owner was ill. She writes tomorrow."


def test_the_projects_page_asks_as_many_questions_for_one_student_as_for_ten(scene, now, django_assert_max_num_queries):
    small = browser(scene.project.owner)
    address = reverse("project_work", args=[scene.engagement.pk])
    small.get(address)
    with django_assert_max_num_queries(20) as few:
        small.get(address)
    for _one in range(8):
        student = scene.college.student()
        ProjectWork.objects.get().team.members.create(student=student, since=now)

    with django_assert_max_num_queries(20) as many:
        small.get(address)

    assert len(few) == len(many)


def test_the_applicants_page_asks_as_many_questions_for_one_team_as_for_ten(scene, now, django_assert_max_num_queries):
    project, page = Project(at=now), browser(scene.project.owner)
    page = browser(project.owner)
    project.applied(scene.college, scene.college.team(), at=now)
    address = reverse("project_applicants", args=[project.opportunity.pk])
    page.get(address)
    with django_assert_max_num_queries(15) as few:
        page.get(address)
    for _one in range(8):
        project.applied(scene.college, scene.college.team(), at=now)

    with django_assert_max_num_queries(15) as many:
        page.get(address)

    assert len(few) == len(many)
