/** Measures over REST. */
package app.countersign.measure.api;
