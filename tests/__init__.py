"""The tests of Redress; each test name is a sentence."""
