package app.countersign.processing.api;

import app.countersign.access.Scoped;
import app.countersign.kernel.Spreadsheet;
import app.countersign.kernel.api.Problems;
import app.countersign.processing.RecordFormat;
import app.countersign.processing.Recording;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /processing-records/{processor}}: the record of processing (Art. 30(2) GDPR), in the form that is accepted. */
@Path("/processing-records/{processor}")
@Scoped("processing")
@Tag(name = "Record of processing")
public class ProcessingRecordsResource {

    @Inject
    private Recording recording;

    @Context
    private HttpHeaders headers;

    @GET
    @Produces({MediaType.APPLICATION_JSON, "application/ld+json"})
    @Operation(
            summary = "The record as linked data (JSON-LD) in the words of the Data Privacy Vocabulary",
            description = "With Accept: application/pdf as PDF/A, with Accept: " + Spreadsheet.TYPE
                    + " as a spreadsheet. It is put together from what is known at that moment.")
    @APIResponse(responseCode = "200", description = "The record")
    @APIResponse(responseCode = "404", description = "There is no processor of that code")
    public Response linked(@PathParam("processor") String processor) {
        return answer(processor, RecordFormat.JSON_LD);
    }

    @GET
    @Produces("application/pdf;qs=0.5")
    @Operation(summary = "The record as PDF/A")
    public Response pdf(@PathParam("processor") String processor) {
        return answer(processor, RecordFormat.PDF);
    }

    @GET
    @Produces(Spreadsheet.TYPE + ";qs=0.5")
    @Operation(summary = "The record as a spreadsheet")
    public Response table(@PathParam("processor") String processor) {
        return answer(processor, RecordFormat.XLSX);
    }

    private Response answer(String processor, RecordFormat format) {
        byte[] file = recording.file(processor, format, Problems.language(headers));
        return Response.ok(file)
                .header("Content-Disposition", "attachment; filename=\"processing." + format.ending() + '"')
                .build();
    }
}
