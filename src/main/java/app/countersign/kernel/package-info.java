/**
 * What every room may use: reasons and refusals, domain events, texts in the reader's language, settings, time.
 *
 * <p>The kernel knows no room. Whatever is here is small, immutable where it can be, and free of business rules.
 */
package app.countersign.kernel;
