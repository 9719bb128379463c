/**
 * Who looked at what: sign-ins and access to personal data, kept as long as the terms of the templates say and then
 * deleted, and the review of that log, which the terms demand and the data protection officer confirms.
 *
 * <p>The trail holds what people do and is kept for ever; this log holds what they only look at, and is not. What counts
 * as access is decided in one place by the address that was asked for ({@link app.countersign.accesslog.PersonalData}),
 * so that a new page or operation is covered unless it is named there as one without personal data. A row is written
 * when the request has been answered, in one insert; the same person who looks at the same thing again within a quarter
 * of an hour gets no second row. Sign-ins, failures and refusals are heard as events and written with their acts.
 *
 * <p>A list or a search opens things of several processors at once. It is one row that carries no processor: whichever it
 * carried, those who answer for another would miss it, or would learn how much there is elsewhere. So only those who answer
 * for all read it; what is opened from it has a row of its own, with its processor.
 *
 * <p>Persons stand here under the trail's pseudonyms. When sign-ins have passed out of this log, the trail forgets the
 * addresses that they came from, too; its chain stays whole.
 */
package app.countersign.accesslog;
