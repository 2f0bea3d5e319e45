"""Functions that make values of so many parts, written out for :mod:`linter.model.values`.

Each class takes the code of one of them and gives it names of its own. Having Python compile them whenever
the program starts, which it does all day, would take a thirtieth of a short check.
"""
# ruff: noqa: F821, ARG005, PLW0108 - whoever takes the code says what the names in it stand for
# mypy: disable-error-code="name-defined"

from __future__ import annotations

from collections.abc import Callable
from typing import Any

PARTS = "abcdefghijkmnpqrstuvwxyz"

# Set as many slots: what sets one returns None, so the next is set, and so does the function.
INITIALISERS: tuple[Callable[..., None], ...] = (
    lambda self: None,
    lambda self, a: set_a(self, a),
    lambda self, a, b: set_a(self, a) or set_b(self, b),
    lambda self, a, b, c: set_a(self, a) or set_b(self, b) or set_c(self, c),
    lambda self, a, b, c, d: set_a(self, a) or set_b(self, b) or set_c(self, c) or set_d(self, d),
    lambda self, a, b, c, d, e: (
        set_a(self, a) or set_b(self, b) or set_c(self, c) or set_d(self, d) or set_e(self, e)
    ),
    lambda self, a, b, c, d, e, f: (
        set_a(self, a) or set_b(self, b) or set_c(self, c) or set_d(self, d) or set_e(self, e) or
        set_f(self, f)
    ),
    lambda self, a, b, c, d, e, f, g: (
        set_a(self, a) or set_b(self, b) or set_c(self, c) or set_d(self, d) or set_e(self, e) or
        set_f(self, f) or set_g(self, g)
    ),
    lambda self, a, b, c, d, e, f, g, h: (
        set_a(self, a) or set_b(self, b) or set_c(self, c) or set_d(self, d) or set_e(self, e) or
        set_f(self, f) or set_g(self, g) or set_h(self, h)
    ),
    lambda self, a, b, c, d, e, f, g, h, i: (
        set_a(self, a) or set_b(self, b) or set_c(self, c) or set_d(self, d) or set_e(self, e) or
        set_f(self, f) or set_g(self, g) or set_h(self, h) or set_i(self, i)
    ),
    lambda self, a, b, c, d, e, f, g, h, i, j: (
        set_a(self, a) or set_b(self, b) or set_c(self, c) or set_d(self, d) or set_e(self, e) or
        set_f(self, f) or set_g(self, g) or set_h(self, h) or set_i(self, i) or set_j(self, j)
    ),
    lambda self, a, b, c, d, e, f, g, h, i, j, k: (
        set_a(self, a) or set_b(self, b) or set_c(self, c) or set_d(self, d) or set_e(self, e) or
        set_f(self, f) or set_g(self, g) or set_h(self, h) or set_i(self, i) or set_j(self, j) or
        set_k(self, k)
    ),
    lambda self, a, b, c, d, e, f, g, h, i, j, k, m: (
        set_a(self, a) or set_b(self, b) or set_c(self, c) or set_d(self, d) or set_e(self, e) or
        set_f(self, f) or set_g(self, g) or set_h(self, h) or set_i(self, i) or set_j(self, j) or
        set_k(self, k) or set_m(self, m)
    ),
    lambda self, a, b, c, d, e, f, g, h, i, j, k, m, n: (
        set_a(self, a) or set_b(self, b) or set_c(self, c) or set_d(self, d) or set_e(self, e) or
        set_f(self, f) or set_g(self, g) or set_h(self, h) or set_i(self, i) or set_j(self, j) or
        set_k(self, k) or set_m(self, m) or set_n(self, n)
    ),
    lambda self, a, b, c, d, e, f, g, h, i, j, k, m, n, p: (
        set_a(self, a) or set_b(self, b) or set_c(self, c) or set_d(self, d) or set_e(self, e) or
        set_f(self, f) or set_g(self, g) or set_h(self, h) or set_i(self, i) or set_j(self, j) or
        set_k(self, k) or set_m(self, m) or set_n(self, n) or set_p(self, p)
    ),
    lambda self, a, b, c, d, e, f, g, h, i, j, k, m, n, p, q: (
        set_a(self, a) or set_b(self, b) or set_c(self, c) or set_d(self, d) or set_e(self, e) or
        set_f(self, f) or set_g(self, g) or set_h(self, h) or set_i(self, i) or set_j(self, j) or
        set_k(self, k) or set_m(self, m) or set_n(self, n) or set_p(self, p) or set_q(self, q)
    ),
    lambda self, a, b, c, d, e, f, g, h, i, j, k, m, n, p, q, r: (
        set_a(self, a) or set_b(self, b) or set_c(self, c) or set_d(self, d) or set_e(self, e) or
        set_f(self, f) or set_g(self, g) or set_h(self, h) or set_i(self, i) or set_j(self, j) or
        set_k(self, k) or set_m(self, m) or set_n(self, n) or set_p(self, p) or set_q(self, q) or
        set_r(self, r)
    ),
    lambda self, a, b, c, d, e, f, g, h, i, j, k, m, n, p, q, r, s: (
        set_a(self, a) or set_b(self, b) or set_c(self, c) or set_d(self, d) or set_e(self, e) or
        set_f(self, f) or set_g(self, g) or set_h(self, h) or set_i(self, i) or set_j(self, j) or
        set_k(self, k) or set_m(self, m) or set_n(self, n) or set_p(self, p) or set_q(self, q) or
        set_r(self, r) or set_s(self, s)
    ),
    lambda self, a, b, c, d, e, f, g, h, i, j, k, m, n, p, q, r, s, t: (
        set_a(self, a) or set_b(self, b) or set_c(self, c) or set_d(self, d) or set_e(self, e) or
        set_f(self, f) or set_g(self, g) or set_h(self, h) or set_i(self, i) or set_j(self, j) or
        set_k(self, k) or set_m(self, m) or set_n(self, n) or set_p(self, p) or set_q(self, q) or
        set_r(self, r) or set_s(self, s) or set_t(self, t)
    ),
    lambda self, a, b, c, d, e, f, g, h, i, j, k, m, n, p, q, r, s, t, u: (
        set_a(self, a) or set_b(self, b) or set_c(self, c) or set_d(self, d) or set_e(self, e) or
        set_f(self, f) or set_g(self, g) or set_h(self, h) or set_i(self, i) or set_j(self, j) or
        set_k(self, k) or set_m(self, m) or set_n(self, n) or set_p(self, p) or set_q(self, q) or
        set_r(self, r) or set_s(self, s) or set_t(self, t) or set_u(self, u)
    ),
    lambda self, a, b, c, d, e, f, g, h, i, j, k, m, n, p, q, r, s, t, u, v: (
        set_a(self, a) or set_b(self, b) or set_c(self, c) or set_d(self, d) or set_e(self, e) or
        set_f(self, f) or set_g(self, g) or set_h(self, h) or set_i(self, i) or set_j(self, j) or
        set_k(self, k) or set_m(self, m) or set_n(self, n) or set_p(self, p) or set_q(self, q) or
        set_r(self, r) or set_s(self, s) or set_t(self, t) or set_u(self, u) or set_v(self, v)
    ),
    lambda self, a, b, c, d, e, f, g, h, i, j, k, m, n, p, q, r, s, t, u, v, w: (
        set_a(self, a) or set_b(self, b) or set_c(self, c) or set_d(self, d) or set_e(self, e) or
        set_f(self, f) or set_g(self, g) or set_h(self, h) or set_i(self, i) or set_j(self, j) or
        set_k(self, k) or set_m(self, m) or set_n(self, n) or set_p(self, p) or set_q(self, q) or
        set_r(self, r) or set_s(self, s) or set_t(self, t) or set_u(self, u) or set_v(self, v) or
        set_w(self, w)
    ),
    lambda self, a, b, c, d, e, f, g, h, i, j, k, m, n, p, q, r, s, t, u, v, w, x: (
        set_a(self, a) or set_b(self, b) or set_c(self, c) or set_d(self, d) or set_e(self, e) or
        set_f(self, f) or set_g(self, g) or set_h(self, h) or set_i(self, i) or set_j(self, j) or
        set_k(self, k) or set_m(self, m) or set_n(self, n) or set_p(self, p) or set_q(self, q) or
        set_r(self, r) or set_s(self, s) or set_t(self, t) or set_u(self, u) or set_v(self, v) or
        set_w(self, w) or set_x(self, x)
    ),
    lambda self, a, b, c, d, e, f, g, h, i, j, k, m, n, p, q, r, s, t, u, v, w, x, y: (
        set_a(self, a) or set_b(self, b) or set_c(self, c) or set_d(self, d) or set_e(self, e) or
        set_f(self, f) or set_g(self, g) or set_h(self, h) or set_i(self, i) or set_j(self, j) or
        set_k(self, k) or set_m(self, m) or set_n(self, n) or set_p(self, p) or set_q(self, q) or
        set_r(self, r) or set_s(self, s) or set_t(self, t) or set_u(self, u) or set_v(self, v) or
        set_w(self, w) or set_x(self, x) or set_y(self, y)
    ),
    lambda self, a, b, c, d, e, f, g, h, i, j, k, m, n, p, q, r, s, t, u, v, w, x, y, z: (
        set_a(self, a) or set_b(self, b) or set_c(self, c) or set_d(self, d) or set_e(self, e) or
        set_f(self, f) or set_g(self, g) or set_h(self, h) or set_i(self, i) or set_j(self, j) or
        set_k(self, k) or set_m(self, m) or set_n(self, n) or set_p(self, p) or set_q(self, q) or
        set_r(self, r) or set_s(self, s) or set_t(self, t) or set_u(self, u) or set_v(self, v) or
        set_w(self, w) or set_x(self, x) or set_y(self, y) or set_z(self, z)
    ),
)  # fmt: skip

# Make a tuple of as many.
MAKERS: tuple[Callable[..., Any], ...] = (
    lambda cls: new(cls, ()),
    lambda cls, a: new(cls, (a,)),
    lambda cls, a, b: new(cls, (a, b)),
    lambda cls, a, b, c: new(cls, (a, b, c)),
    lambda cls, a, b, c, d: new(cls, (a, b, c, d)),
    lambda cls, a, b, c, d, e: new(cls, (a, b, c, d, e)),
    lambda cls, a, b, c, d, e, f: new(cls, (a, b, c, d, e, f)),
    lambda cls, a, b, c, d, e, f, g: new(cls, (a, b, c, d, e, f, g)),
    lambda cls, a, b, c, d, e, f, g, h: new(cls, (a, b, c, d, e, f, g, h)),
    lambda cls, a, b, c, d, e, f, g, h, i: new(cls, (a, b, c, d, e, f, g, h, i)),
    lambda cls, a, b, c, d, e, f, g, h, i, j: new(cls, (a, b, c, d, e, f, g, h, i, j)),
    lambda cls, a, b, c, d, e, f, g, h, i, j, k: new(cls, (a, b, c, d, e, f, g, h, i, j, k)),
    lambda cls, a, b, c, d, e, f, g, h, i, j, k, m: new(cls, (a, b, c, d, e, f, g, h, i, j, k, m)),
)  # fmt: skip
