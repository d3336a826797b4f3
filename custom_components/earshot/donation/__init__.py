"""Giving clips away on purpose: consents, offers, bundles and receipts. Values and decisions; nothing here sends."""
