/**
 * The record of who did what. It observes the kernel's domain events, so that no room has to know it, and writes its
 * row in the transaction of the change: either both are there or neither.
 */
package app.countersign.trail;
