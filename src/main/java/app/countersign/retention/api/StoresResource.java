package app.countersign.retention.api;

import app.countersign.access.Scoped;
import app.countersign.kernel.Ids;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.api.Problems;
import app.countersign.party.Organisation;
import app.countersign.retention.QuietHours;
import app.countersign.retention.Relation;
import app.countersign.retention.Store;
import app.countersign.retention.StoreDesk;
import app.countersign.retention.StoreEntry;
import app.countersign.retention.Tenant;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /retention/stores}: where data lies. */
@Path("/retention/stores")
@Scoped("retention")
@Tag(name = "Retention")
@Produces(MediaType.APPLICATION_JSON)
public class StoresResource {

    private static final String UNKNOWN = "retention.refusal.unknown-store";

    @Inject
    private StoreDesk desk;

    @Context
    private HttpHeaders headers;

    @Schema(name = "RetentionStoreEntry")
    public record Entry(
            @Schema(description = "Code of the processor whose data it is")
            String processor,

            String name,

            @Schema(description = "jdbc, folder or manual; jdbc if left out")
            String kind,

            @Schema(description = "jdbc:postgresql://… or jdbc:h2:tcp://…, without user and password")
            String location,

            String userName,

            @Schema(
                    description =
                            "Kept encrypted and never handed out; left out, an amended store keeps the one it has")
            String password,

            @Schema(description = "In which zone it keeps times that name none; the processor's if left out")
            String zone,

            @Schema(description = "For how long its backups keep what was deleted: P30D")
            String backupsKept,

            @Schema(description = "What else a deletion there does not reach")
            String unreached,

            @Schema(description = "In which hours of its zone alone rows go: 22:00-05:00; at any time if left out")
            String quietHours) {

        StoreEntry read() {
            return new StoreEntry(
                    processor, name, kind, location, userName, password, zone, backupsKept, unreached, quietHours);
        }
    }

    @Schema(name = "RetentionStore")
    public record StoreJson(
            UUID id,
            String processor,
            String name,
            String kind,
            String location,
            String userName,
            boolean password,
            String zone,
            String backupsKept,
            String unreached,
            String quietHours,
            Instant createdAt,
            String createdBy,
            Instant checkedAt,

            @Schema(description = "What was wrong when it was last asked")
            String problem) {}

    @Schema(name = "RetentionStoreList")
    public record ListJson(List<StoreJson> items) {}

    @Schema(name = "RetentionRelationEntry")
    public record RelationEntry(
            @Schema(description = "schema.table") String child,
            String childColumn,

            @Schema(description = "schema.table") String parent,
            String parentColumn,

            @Schema(
                    description =
                            "Which rows of the child, where its column may refer to others, too: type = Message; all"
                                    + " if left out")
            String only) {}

    @Schema(name = "RetentionRelation")
    public record RelationJson(UUID id, String relation) {

        static RelationJson of(Relation relation) {
            return new RelationJson(relation.id(), relation.toString());
        }
    }

    @Schema(name = "RetentionRelationList")
    public record RelationList(List<RelationJson> items) {}

    @Schema(name = "RetentionTenantEntry")
    public record TenantEntry(
            @Schema(description = "The value of the tenants' column")
            String tenant,

            @Schema(description = "Id of the controller, or the number of a contract with it")
            String controller) {}

    @Schema(name = "RetentionTenant")
    public record TenantJson(String tenant, UUID controller) {}

    @Schema(name = "RetentionTenantList")
    public record TenantList(List<TenantJson> items) {}

    @GET
    @Operation(summary = "The stores")
    public ListJson list() {
        return new ListJson(desk.all().stream().map(this::json).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add a store; it is asked at once whether it can be reached")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = StoreJson.class)),
            description = "With its problem, if it can't be reached")
    @APIResponse(responseCode = "422", description = "Fields are missing or implausible: see errors")
    public Response add(Entry entry) {
        Store store = desk.add(required(entry).read());
        return Response.created(URI.create("retention/stores/" + store.id()))
                .entity(json(store))
                .build();
    }

    @GET
    @Path("{store}")
    @Operation(summary = "One of them")
    public StoreJson one(@PathParam("store") String store) {
        return json(desk.details(Ids.read(store, UNKNOWN)));
    }

    @PUT
    @Path("{store}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Amend it; at another place, or for another user, the password must be given anew")
    public StoreJson amend(@PathParam("store") String store, Entry entry) {
        return json(desk.amend(Ids.read(store, UNKNOWN), required(entry).read()));
    }

    @DELETE
    @Path("{store}")
    @Operation(summary = "Remove it, if no rule is about it")
    @APIResponse(responseCode = "204", description = "It is gone from here; its data stays")
    public void remove(@PathParam("store") String store) {
        desk.remove(Ids.read(store, UNKNOWN));
    }

    @POST
    @Path("{store}/check")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Ask it whether it can be reached")
    public StoreJson check(@PathParam("store") String store) {
        desk.check(Ids.read(store, UNKNOWN));
        return json(desk.details(Ids.read(store, UNKNOWN)));
    }

    @GET
    @Path("{store}/relations")
    @Operation(summary = "Rows that belong to others though no foreign key says so")
    public RelationList relations(@PathParam("store") String store) {
        return new RelationList(desk.relations(Ids.read(store, UNKNOWN)).stream()
                .map(RelationJson::of)
                .toList());
    }

    @POST
    @Path("{store}/relations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Declare such a relation, for all rules of the store")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RelationJson.class)))
    public Response relate(@PathParam("store") String store, RelationEntry entry) {
        RelationEntry said = required(entry);
        Relation relation = desk.relate(
                Ids.read(store, UNKNOWN),
                said.child(),
                said.childColumn(),
                said.parent(),
                said.parentColumn(),
                said.only());
        return Response.status(Response.Status.CREATED)
                .entity(RelationJson.of(relation))
                .build();
    }

    @GET
    @Path("{store}/tenants")
    @Operation(summary = "How the store calls the controllers")
    public TenantList tenants(@PathParam("store") String store) {
        return new TenantList(desk.tenants(Ids.read(store, UNKNOWN)).stream()
                .map(one -> new TenantJson(one.tenant(), one.controllerId()))
                .toList());
    }

    @POST
    @Path("{store}/tenants")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say how the store calls a controller, for rules and holds that tell controllers apart")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TenantJson.class)))
    public Response call(@PathParam("store") String store, TenantEntry entry) {
        TenantEntry said = required(entry);
        Tenant named = desk.call(Ids.read(store, UNKNOWN), said.tenant(), said.controller());
        return Response.status(Response.Status.CREATED)
                .entity(new TenantJson(named.tenant(), named.controllerId()))
                .build();
    }

    static <T> T required(T body) {
        if (body == null) {
            throw new BadRequestException();
        }
        return body;
    }

    private StoreJson json(Store store) {
        return new StoreJson(
                store.id(),
                desk.processors().stream()
                        .filter(one -> one.id().equals(store.processorId()))
                        .findFirst()
                        .flatMap(Organisation::code)
                        .orElse(null),
                store.name(),
                KebabCase.of(store.kind()),
                store.location(),
                store.userName(),
                store.hasPassword(),
                store.zone().getId(),
                store.backupsKept().map(Object::toString).orElse(null),
                store.unreached(),
                store.quietHours().map(QuietHours::toString).orElse(null),
                store.createdAt(),
                store.createdBy(),
                store.checkedAt().orElse(null),
                store.problem()
                        .map(reason -> reason.in(Problems.language(headers)))
                        .orElse(null));
    }
}
