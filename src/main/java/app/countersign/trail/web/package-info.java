/** The trail's page and what is downloaded from it. */
package app.countersign.trail.web;
