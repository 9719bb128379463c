package app.countersign.inquiry;

import java.time.LocalDate;

/**
 * What came in.
 *
 * @param reference of those who ask; may be empty
 * @param matter what they want to know
 * @param on the day on which we received it
 * @param clause on which it rests, as the trail cites it, or as people wrote it
 */
record Received(InquiryKind kind, String reference, String matter, LocalDate on, String clause) {}
