/** The pages of inquiries. */
package app.countersign.inquiry.web;
