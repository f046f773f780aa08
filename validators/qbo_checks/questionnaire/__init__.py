"""Intuit's App Assessment Questionnaire, and a reader's answers to it.

``model``
    What it is made of: sections, items, options, conditions, claims.
``load``
    The questionnaire itself, from questionnaire.toml.
``read``, ``yaml_subset``, ``refusals``
    A document of answers, in JSON or YAML, as answers; why one cannot be read.
``write``
    Answers as a document, and the template to fill in.
``schema``
    The JSON Schema of a document of answers.
"""
