/** The trail over the API. */
package app.countersign.trail.api;
