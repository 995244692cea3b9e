"""Redress: answers from the published decisions of the Local Government and Social Care Ombudsman."""
