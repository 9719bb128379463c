/** The pages of measures. */
package app.countersign.measure.web;
