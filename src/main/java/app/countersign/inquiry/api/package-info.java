/** {@code /inquiries}: for programs. */
package app.countersign.inquiry.api;
