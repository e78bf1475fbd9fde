"""What the web server calls. Connections and indexes are opened by the first request of a worker, never here."""

import os

from django.core.signals import request_finished
from django.core.wsgi import get_wsgi_application

from virtualclusters.foundation.lasting import settle

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "virtualclusters.config.settings")

application = get_wsgi_application()
request_finished.connect(settle)
