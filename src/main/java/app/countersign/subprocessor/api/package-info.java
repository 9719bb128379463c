/** The register of sub-processors for programs. */
package app.countersign.subprocessor.api;
