/**
 * Inquiries: a person concerned, an authority, a court or a controller wants to know what is done with data. Recording one
 * starts the clock of its answer, by the law or by the day that was set, and from then on the data that it is about stays,
 * by itself: what is asked for must not be deleted while the answer is due. The answer ends both.
 *
 * <p>Who asks may be a person, as may be whom it is about: both are kept encrypted, and neither the trail nor a deadline
 * names them.
 */
package app.countersign.inquiry;
