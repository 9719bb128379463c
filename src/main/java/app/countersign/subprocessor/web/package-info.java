/** The pages of the register of sub-processors. */
package app.countersign.subprocessor.web;
