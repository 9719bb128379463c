package app.countersign.retention;

import java.util.UUID;

/**
 * For whose sake a hold stands by itself.
 *
 * @param kind as the trail and its page call it: {@code breach}
 * @param number as people call it: {@code BR-2026-0001}
 * @param clause what demands it, as the trail cites it: {@code gdpr 33(5)}
 */
public record Origin(String kind, UUID id, String number, String clause) {}
