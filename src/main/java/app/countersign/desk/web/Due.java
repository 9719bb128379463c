package app.countersign.desk.web;

import java.time.Instant;

/**
 * Something with a clock, as the desk shows it.
 *
 * @param what in words, in the reader's language
 * @param href where it is met
 * @param at when it is due
 * @param clause what demands it, as a reader cites it: {@code Okomo §10}; null if no clause does
 */
public record Due(String what, String href, Instant at, String clause) {}
