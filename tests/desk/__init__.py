"""Tests of layout/desk."""
