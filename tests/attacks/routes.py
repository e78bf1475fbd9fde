"""Every address of the portal, and which row of a side stands in for each of its arguments."""

from dataclasses import dataclass

from django.urls import get_resolver

from virtualclusters.accounts.policy import PUBLIC, SIGNED_IN


@dataclass(frozen=True)
class Row:
    """An argument that names a row of a side: the row's key in ``Side.rows`` (or ``unit``), and which of its fields."""

    key: str
    field: str = "pk"


@dataclass(frozen=True)
class Route:
    """One address. ``arguments`` maps each argument to a ``Row`` or to plain text; None when nobody wrote them down."""

    name: str
    path: str
    view: object
    arguments: dict | None

    @property
    def wanted(self):
        return self.view.policy.any_of

    @property
    def is_public(self) -> bool:
        return PUBLIC in self.wanted

    def may_reach(self, actor) -> bool:
        """Whether the declared policy lets the actor in. None is a visitor."""
        if self.is_public:
            return True
        return actor is not None and (SIGNED_IN in self.wanted or any(actor.may_somewhere(one) for one in self.wanted))

    @property
    def rows(self) -> list[Row]:
        return [value for value in (self.arguments or {}).values() if isinstance(value, Row)]

    def address(self, side, *, missing=False) -> str | None:
        """The path for a side's rows; None when it has no such row. ``missing`` names rows that nobody has."""
        path = self.path
        for name, value in (self.arguments or {}).items():
            told = _told(value, side, missing)
            if told is None:
                return None
            path = path.replace(_pattern_of(path, name), str(told))
        return f"/{path}"


RANDOM = {
    "pk": 7_654_321,
    "notice_id": 7_654_321,
    "key": "q" * 22,
    "token": "q" * 22,
    "consent_key": "q" * 32,
    "guardian_key": "q" * 32,
    "question_key": "q" * 32,
    "slug": "no-such-cluster",
    "code": "ZZZZZZZZ",
}


def _told(value, side, missing):
    if not isinstance(value, Row):
        return value
    if missing:
        return RANDOM[value.field]
    row = side.unit if value.key == "unit" else side.rows.get(value.key)
    return getattr(row, value.field, None)


def _pattern_of(path, name):
    return next(f"<{part.split('>')[0]}>" for part in path.split("<")[1:] if part.split(">")[0].split(":")[-1] == name)


_DRAFT, _TALK, _BOOKING = {"pk": Row("draft")}, {"pk": Row("engagement")}, {"pk": Row("booking")}
_CLASS, _SESSION, _CASE, _UNIT = {"pk": Row("class")}, {"pk": Row("session")}, {"pk": Row("case")}, {"pk": Row("unit")}
_IMPORT, _COURSE, _STUDENT, _TEAM = (
    {"pk": Row("import")},
    {"pk": Row("course")},
    {"pk": Row("student")},
    {"pk": Row("team")},
)
_TEACHER = {"pk": Row("teacher")}
_NEED, _PUBLISHED = {"pk": Row("need")}, {"pk": Row("published")}
_ROUND = {"pk": Row("round")}
_CLUSTER = {"slug": Row("cluster", "slug")}
_PAPER, _HELPING = {"pk": Row("wallet_paper")}, {"pk": Row("helping")}
_NOTICE, _GOT = {"pk": Row("notice_draft")}, {"pk": Row("notice_got", "notice_id")}
_LOAN_SENT, _LOAN_GOT = {"pk": Row("loan_sent")}, {"pk": Row("loan_got")}
_PROJECT, _WORK = {"pk": Row("project")}, {"pk": Row("work")}

_CASE_OF_ADVICE, _REQUEST = {"pk": Row("case_of_advice")}, {"pk": Row("advice_request")}

ARGUMENTS = {
    "advice_agree": _CASE_OF_ADVICE,
    "advice_ask_one": {"pk": Row("adviser")},
    "advice_asked": {"token": Row("asked_link", "token")},
    "advice_call_off": _CASE_OF_ADVICE,
    "advice_case": _CASE_OF_ADVICE,
    "advice_contact": _CASE_OF_ADVICE,
    "advice_ics": _CASE_OF_ADVICE,
    "advice_outreach": {"pk": Row("help_offer")},
    "advice_profile": {"pk": Row("adviser")},
    "advice_profile_edit": {"pk": Row("adviser")},
    "advice_question": _CASE_OF_ADVICE,
    "advice_request": _REQUEST,
    "advice_request_next": _REQUEST,
    "advice_request_send": _REQUEST,
    "advice_request_stop": _REQUEST,
    "advice_scope": _CASE_OF_ADVICE,
    "advice_session": _CASE_OF_ADVICE,
    "advice_share": _CASE_OF_ADVICE,
    "advice_strike": {"pk": Row("held_session")},
    "advice_take": _CASE_OF_ADVICE,
    "advice_time_add": {"pk": Row("adviser")},
    "advice_time_back": {"pk": Row("slot")},
    "advice_weekly_end": {"pk": Row("weekly")},
    "advice_yes": _CASE_OF_ADVICE,
    "apply_for_loan": {"pk": Row("loan_offer")},
    "apply_with_papers": {"pk": Row("loan_offer")},
    "answer": _DRAFT,
    "answer_undo": _DRAFT,
    "certificate_check": {"code": Row("certificate", "code")},
    "certificate_check_in": {"code": Row("certificate", "code")},
    "certificate_pdf": {"pk": Row("certificate")},
    "closing_word": _TALK,
    "cluster": _CLUSTER,
    "cluster_health": _CLUSTER,
    "cluster_join": _CLUSTER,
    "cluster_leave": _CLUSTER,
    "cluster_members": _CLUSTER,
    "cluster_officers": _CLUSTER,
    "cluster_preview": _CLUSTER,
    "cluster_publish": _CLUSTER,
    "cluster_room": _CLUSTER,
    "cluster_write": _CLUSTER | {"about": "silent"},
    "college_course": _COURSE,
    "college_course_ask": _COURSE,
    "college_course_change": _COURSE,
    "college_course_close": _COURSE,
    "college_course_upload": _COURSE,
    "college_department": {"pk": Row("department")},
    "college_faculty": _TEACHER,
    "college_faculty_end": _TEACHER,
    "college_rule": {"pk": Row("credit_rule")},
    "college_student": _STUDENT,
    "college_student_add": _COURSE,
    "college_student_end": _STUDENT,
    "college_student_guardian": _STUDENT,
    "college_team": _TEAM,
    "college_team_add": _COURSE,
    "college_team_add_member": _TEAM,
    "college_team_close": _TEAM,
    "college_team_remove_member": _TEAM,
    "college_team_supervise": _TEAM,
    "desk_advice_one": {"pk": Row("waiting_request")},
    "desk_advice_settle": {"pk": Row("waiting_request")},
    "desk_dead_letter_retry": {"pk": 7_654_321},
    "desk_word_decide": {"pk": 7_654_321},
    "desk_fits": _PUBLISHED,
    "desk_import": _IMPORT,
    "desk_import_confirm": _IMPORT,
    "desk_import_progress": _IMPORT,
    "desk_import_refused": _IMPORT,
    "desk_import_refused_table": _IMPORT,
    "desk_import_undo": _IMPORT,
    "desk_import_workbook": _IMPORT,
    "desk_suggest": _PUBLISHED,
    "desk_unit_fits": _UNIT,
    "desk_verification_decide": _CASE,
    "desk_verification_page": _CASE | {"number": "1"},
    "desk_verification_paper": _CASE,
    "desk_verification_undo": _CASE,
    "engagement": _TALK,
    "engagement_act": _TALK | {"verb": "withdraw"},
    "engagement_file": _TALK | {"key": Row("file", "key")},
    "engagement_reach": _TALK | {"code": "sample_sent"},
    "engagement_say": _TALK,
    "guardian_consent": {"key": Row("ward", "guardian_key")},
    "guardian_consent_answer": {"key": Row("ward", "guardian_key")},
    "helping_add": _HELPING | {"kind": "udyam"},
    "helping_agree": _HELPING,
    "helping_end": _HELPING,
    "helping_one": _HELPING,
    "helping_open": _HELPING | {"paper": Row("helped_paper")},
    "helping_set": _HELPING,
    "invitation": {"pk": Row("invitation")},
    "invitation_accept": {"pk": Row("invitation")},
    "invitation_decline": {"pk": Row("invitation")},
    "invite": _DRAFT,
    "join_organisation": {"kind": "ngo"},
    "calendar_ended": {"key": "anything"},
    "calendar_feed": {"key": Row("calendar_feed", "key")},
    "lender_loan": _LOAN_GOT,
    "lender_loan_act": _LOAN_GOT | {"verb": "decline"},
    "lender_loan_paper": _LOAN_GOT | {"paper": Row("loan_paper")},
    "loan_work": _LOAN_SENT,
    "my_loan": _LOAN_SENT,
    "my_loan_act": _LOAN_SENT | {"verb": "withdraw"},
    "lender_package": {"pk": Row("package")},
    "lender_package_act": {"pk": Row("package_draft"), "verb": "submit"},
    "lender_package_change": {"pk": Row("package_draft")},
    "loan": {"pk": Row("package_draft")},
    "measure": {"pk": Row("figure")},
    "measure_confirm": {"pk": Row("figure")},
    "mfa_remove": {"pk": Row("authenticator")},
    "my_opportunity": _DRAFT,
    "my_teaching": _TEACHER,
    "late_payment": {"pk": Row("late_payment")},
    "late_payment_evidence": {"pk": Row("late_payment")},
    "late_payment_folder": {"pk": Row("late_payment")},
    "late_payment_paid": {"pk": Row("late_payment")},
    "late_payment_pdf": {"pk": Row("late_payment")},
    "late_payment_remove": {"pk": Row("late_payment")},
    "late_payment_table": {"pk": Row("late_payment")},
    "my_teaching_answer": _TEACHER,
    "need_answer": _NEED | {"opportunity": Row("published")},
    "need_change": _NEED | {"kind": "requirement"},
    "need_correct": _NEED,
    "need_mark": _NEED,
    "need_send": _NEED | {"kind": "requirement"},
    "need_shown": _NEED,
    "need_undo": _NEED | {"kind": "requirement"},
    "not_for_me": _DRAFT,
    "not_for_me_undo": _DRAFT,
    "notice": _GOT,
    "notice_act": _NOTICE | {"verb": "submit"},
    "notice_change": _NOTICE,
    "notice_more": _GOT,
    "notice_shown": _NOTICE,
    "opportunity": _DRAFT,
    "opportunity_end": _DRAFT,
    "organisation": {"pk": Row("organisation")},
    "paper_add": {"kind": "fssai"},
    "paper_evidence": {"pk": Row("identifier")},
    "paper_withdraw": {"pk": Row("identifier")},
    "people_end": {"pk": Row("colleague")},
    "people_role": {"pk": Row("colleague")},
    "purchase_plan_interest": {"pk": Row("plan")},
    "purchase_plan_ready": {"pk": Row("plan")},
    "purchase_plan_remind": {"pk": Row("organisation")},
    "purchase_plan_step": {"pk": Row("plan"), "engagement": Row("engagement")},
    "profile_capacity": _UNIT,
    "profile_part": _UNIT | {"part": "products"},
    "profile_place": _UNIT,
    "profile_preview": _UNIT,
    "profile_approach": _UNIT,
    "profile_renew": _UNIT,
    "project_applicants": _PROJECT,
    "project_apply": _PROJECT,
    "project_call": {"pk": Row("call")},
    "project_certificate": {"pk": Row("project_certificate")},
    "project_comment": {"pk": Row("week")},
    "project_evaluate": _WORK,
    "project_file": {"pk": Row("handed_over")},
    "project_hand_over": _WORK,
    "project_in_use": {"key": Row("in_use", "key")},
    "project_money": _PROJECT,
    "project_paper": _WORK | {"name": "diary"},
    "project_papers": _WORK,
    "project_report": {"pk": Row("fee_report")},
    "project_review": _WORK,
    "project_talk": _WORK,
    "project_terms": _WORK,
    "project_terms_yes": _WORK,
    "project_week": _WORK,
    "project_weeks": _WORK,
    "project_work": _WORK,
    "publish_check": {"kind": "offer"},
    "publish_form": {"kind": "offer"},
    "round": _ROUND,
    "round_apply": _ROUND,
    "round_cancel": _ROUND,
    "round_give_now": _ROUND,
    "round_projects": _ROUND,
    "round_rehearse": _ROUND,
    "round_teams": _ROUND,
    "round_unit": {"pk": Row("round_unit")},
    "round_wishes": {"pk": Row("round_team")},
    "review_answer": {"pk": Row("review")},
    "saved_search_change": {"pk": Row("search")},
    "saved_search_delete": {"pk": Row("search")},
    "scheme_applications": {"pk": Row("scheme")},
    "scheme_preview": {"pk": Row("scheme_draft")},
    "scheme_publish": {"pk": Row("scheme_draft")},
    "scheme_version": {"pk": Row("scheme"), "number": "1"},
    "scheme_write": {"pk": Row("scheme")},
    "short_link": {"key": "abcdefgh"},
    "teacher_asked": {"key": Row("teacher", "question_key")},
    "student_consent": {"key": Row("student", "consent_key")},
    "student_consent_answer": {"key": Row("student", "consent_key")},
    "tender_bid": {"pk": Row("tender")},
    "tender_from": {"pk": Row("plan")},
    "training": _CLASS,
    "training_attendance": _SESSION,
    "training_book": _CLASS,
    "training_booking": _BOOKING,
    "training_cancel": _CLASS,
    "training_certificate": {"pk": Row("comer")},
    "training_change": _CLASS,
    "training_class": _CLASS,
    "training_drop": {"pk": Row("comer")},
    "training_finish": _CLASS,
    "training_ics": _BOOKING,
    "training_leave": _BOOKING,
    "training_remove": {"pk": Row("guest")},
    "training_rename": {"pk": Row("comer")},
    "training_revoke": {"pk": Row("guest")},
    "training_session": _SESSION,
    "training_session_add": _CLASS,
    "training_session_remove": _SESSION,
    "training_tell": _CLASS,
    "training_wish_answer": {"pk": Row("wish")},
    "unsubscribe": {"token": "forged"},
    "wallet_add": {"kind": "udyam"},
    "wallet_helper_end": {"pk": Row("wallet_helper")},
    "wallet_paper": _PAPER,
    "wallet_paper_open": _PAPER,
    "wallet_paper_remove": _PAPER,
    "wallet_paper_replace": _PAPER,
    "wallet_reader_stop": {"pk": Row("wallet_grant")},
    "wallet_take": {"pk": Row("identifier")},
}
"""Name of a route with arguments → what stands in for them. A new route needs a line here, or the matrix fails."""

MEANT_FOR_OTHERS = {
    "calendar_ended": "says of any key that such addresses have ended",
    "calendar_feed": "a calendar program reads it by its secret key, without signing in",
    "advice_asked": "whoever has the link of the message answers",
    "advice_ask_one": "an adviser's profile is public, and units ask her",
    "desk_advice_one": "the officers of the cluster both sides live in",
    "desk_advice_settle": "the officers of the cluster both sides live in",
    "certificate_check": "whoever holds the code of a certificate may check it",
    "certificate_check_in": "the same page in a language",
    "cluster": "a published cluster is public",
    "cluster_members": "a published cluster is public",
    "cluster_room": "the one cluster is both sides' own",
    "cluster_join": "whoever fits may join",
    "cluster_leave": "one leaves with one's own units only",
    "cluster_health": "the officers of the cluster both sides live in",
    "cluster_write": "the officers of the cluster both sides live in",
    "cluster_officers": "whoever opens clusters names their officers",
    "desk_fits": "the officers of the cluster both sides live in",
    "desk_suggest": "the officers of the cluster both sides live in",
    "desk_unit_fits": "the officers of the cluster both sides live in",
    "cluster_preview": "whoever opens clusters sees them before they are public",
    "cluster_publish": "whoever opens clusters publishes them",
    "desk_verification": "the queue gives a verifier the next case and holds it for her",
    "desk_verification_batch": "verifiers decide many cases at once",
    "desk_verification_decide": "verifiers are given anybody's case",
    "desk_verification_page": "verifiers are given anybody's case",
    "desk_verification_paper": "verifiers are given anybody's case",
    "desk_verification_undo": "verifiers are given anybody's case",
    "guardian_consent": "whoever has the link of the message reads the notice, without a name",
    "organisation": "organisations that said yes show in the directory",
    "profile_preview": "a unit as others see it, which others may see",
    "teacher_asked": "whoever has the link of the message reads who asks, without a name",
    "student_consent": "whoever has the link of the message reads the notice, without a name",
    "purchase_plan_ready": "a published plan, read beside the reader's own papers",
    "scheme_version": "a published version of a scheme is public",
    "tender_bid": "a published notice, read beside the reader's own papers",
    "project_apply": "a published project is answered by others",
    "project_call": "the facilitators of the cluster a project stands in, and the administrator",
    "project_in_use": "whoever has the link of the message answers",
    "project_money": "whoever reads a project may tell that somebody asks for money",
    "project_report": "the administrator's people settle what was told",
    "training": "a published training is public",
    "training_book": "a published training can be booked by others",
    "training_wish_answer": "a published wish is answered by others",
}
"""Routes that let others see a side's row on purpose, each with the reason. No secret may show there either."""


def routes() -> list[Route]:
    """Every route of the root resolver, with English as the language."""
    return [
        Route(pattern.name, path, pattern.callback, ARGUMENTS.get(pattern.name) if "<" in path else {})
        for path, pattern in _walk(get_resolver())
    ]


def _walk(resolver, prefix=""):
    for pattern in resolver.url_patterns:
        path = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from _walk(pattern, path)
        else:
            yield path, pattern
