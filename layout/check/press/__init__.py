"""Preflight: a PDF of anyone's, judged by the rules that a press asks for."""
