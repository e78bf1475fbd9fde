"""Sample notices: one of a government office about schemes, one of the administrator about a last day; both were sent."""

from datetime import timedelta
from functools import partial

from virtualclusters.areas.targeted_notices.audience import Audience
from virtualclusters.areas.targeted_notices.models import NoticeKind
from virtualclusters.areas.targeted_notices.operations.sending import submit
from virtualclusters.areas.targeted_notices.operations.telling import tell_some
from virtualclusters.areas.targeted_notices.operations.writing import keep_draft
from virtualclusters.config.samples.making import actor_of, once
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.clusters.models import Cluster
from virtualclusters.network.organisations.models import Role

SCHEMES = {
    "en": ("Schemes for food units: see yours", "Answer eight questions and see which schemes you may ask for."),
    "hi": ("खाद्य इकाइयों की योजनाएँ देखें", "आठ सवालों के जवाब दें और देखें कि आप कौन सी योजना माँग सकते हैं।"),
}
PAPERS = {
    "en": ("Check the last day of your licence", "Many food licences end this quarter. Look at your papers in time."),
    "hi": ("अपने लाइसेंस का आखिरी दिन देखें", "कई खाद्य लाइसेंस इस तिमाही में पूरे होंगे। समय रहते कागज़ देख लें।"),
}


def load_notices(now):
    """Both, to the units of the sample cluster."""
    for key, role, kind, texts, page, days in (
        ("government", Role.OFFICER, NoticeKind.INFORMATION, SCHEMES, "/schemes/", 12),
        ("institute", Role.OWNER, NoticeKind.DEADLINE, PAPERS, "/wallet/", 4),
    ):
        told = {"kind": kind, "texts": texts, "page": page}
        once(f"notice:{key}", partial(_send, actor_of(key, role=role), told, now, now - timedelta(days=days)), now=now)


def _send(actor, told, now, at):
    cluster = Cluster.objects.open_at(at).order_by("pk").first()
    last_day = day_in_india(now) + timedelta(days=60)
    draft = keep_draft(audience=Audience(cluster=cluster.pk), valid_until=last_day, actor=actor, at=at, **told)
    submit(notice_id=draft.pk, actor=actor, at=at)
    while tell_some(notice_id=draft.pk, at=at):
        pass
