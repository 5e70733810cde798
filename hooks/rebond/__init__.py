"""Rebond: guidance pages with checklists and questions, in many languages.

Pure: text and values in, text and values out. Nothing here knows MkDocs.
"""
