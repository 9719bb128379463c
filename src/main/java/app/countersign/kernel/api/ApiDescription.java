package app.countersign.kernel.api;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Completes the description at {@code /openapi} with what holds for every operation: the answer is 200 where nothing else
 * is said, and everything that goes wrong is a problem document.
 */
public class ApiDescription implements OASFilter {

    private static final String PROBLEM = "Problem";

    @Override
    public Operation filterOperation(Operation operation) {
        APIResponses responses = operation.getResponses();
        APIResponse unnamed = responses.getDefaultValue();
        if (unnamed != null) {
            responses.removeAPIResponse(APIResponses.DEFAULT);
            responses.addAPIResponse("200", unnamed.description("Done"));
        }
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("4")) {
                response.setContent(problems());
            }
        });
        responses.addAPIResponse(
                APIResponses.DEFAULT,
                OASFactory.createAPIResponse()
                        .description("A problem document: what is wrong, and for 422 with which fields")
                        .content(problems()));
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI description) {
        description
                .getComponents()
                .addSchema(
                        PROBLEM,
                        object().description("RFC 9457")
                                .addProperty("type", text().description("urn:countersign:problem: and what is wrong"))
                                .addProperty("title", text())
                                .addProperty("status", OASFactory.createSchema().type(SchemaType.INTEGER))
                                .addProperty("detail", text().description("In the language of Accept-Language"))
                                .addProperty(
                                        "errors",
                                        OASFactory.createSchema()
                                                .type(SchemaType.ARRAY)
                                                .items(object().addProperty("field", text())
                                                        .addProperty("type", text())
                                                        .addProperty("detail", text()))));
    }

    private static Content problems() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM)));
    }

    private static Schema object() {
        return OASFactory.createSchema().type(SchemaType.OBJECT);
    }

    private static Schema text() {
        return OASFactory.createSchema().type(SchemaType.STRING);
    }
}
