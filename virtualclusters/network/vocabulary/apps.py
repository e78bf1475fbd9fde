from django.apps import AppConfig


class VocabularyConfig(AppConfig):
    name = "virtualclusters.network.vocabulary"
    label = "vocabulary"

    def ready(self):
        from virtualclusters.network.vocabulary.load import load_vocabulary
        from virtualclusters.network.vocabulary.reference import reference_loaders

        reference_loaders["vocabulary"] = load_vocabulary
