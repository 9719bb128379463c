package app.countersign.access;

import app.countersign.access.ProviderFailure.Why;
import app.countersign.kernel.SettingSources;
import app.countersign.kernel.Settings;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The OpenID Connect provider of the settings: sends people there, and believes what it says of them only if it is
 * signed with a key that the provider publishes, for us, for this errand, and in time.
 *
 * <p>Everything that it says of itself is asked for once an hour, its keys once a quarter of an hour, and both anew as
 * soon as something does not fit: a provider that has changed its keys is understood at the next sign-in.
 */
@ApplicationScoped
public class Provider {

    /** Where the provider sends people back to. */
    static final String RETURN = "/sign-in/return";

    /** Signatures with a private key only: ours is no secret of theirs, and "none" signs nothing. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final Duration METADATA_FOR = Duration.ofHours(1);
    private static final Duration KEYS_FOR = Duration.ofMinutes(15);
    private static final Duration KEYS_WAIT = Duration.ofSeconds(10);
    private static final int CLOCK_SKEW_SECONDS = 60;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    private final ProviderLine line = new ProviderLine();
    private Optional<ProviderSettings> own = Optional.empty();
    private volatile Known known;

    /** What the provider says of itself. */
    private record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant until) {}

    @PostConstruct
    void start() {
        own = ProviderSettings.read(SettingSources.ofServer());
    }

    /** Nothing where none is configured. */
    Optional<ProviderSettings> settings() {
        return own;
    }

    /**
     * Where to send the person.
     *
     * @throws ProviderFailure if the provider can't be asked where that is
     */
    URI address(Errand errand) throws ProviderFailure {
        ProviderSettings configured = own.orElseThrow();
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope(configured.scopes().toArray(String[]::new)),
                        new ClientID(configured.clientId()),
                        callback())
                .endpointURI(known().metadata().getAuthorizationEndpointURI())
                .state(errand.state())
                .nonce(errand.nonce())
                .codeChallenge(errand.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Changes the code that the person has brought back for what the provider says of them.
     *
     * @throws ProviderFailure if the provider is away, or nothing that can be believed comes of it
     */
    IDTokenClaimsSet claims(Errand errand, AuthorizationCode code) throws ProviderFailure {
        try {
            return validated(token(errand, code), errand);
        } catch (ProviderFailure e) {
            known = null;
            throw e;
        }
    }

    private JWT token(Errand errand, AuthorizationCode code) throws ProviderFailure {
        Known provider = known();
        TokenRequest request = new TokenRequest.Builder(
                        provider.metadata().getTokenEndpointURI(),
                        authentication(provider.metadata().getTokenEndpointAuthMethods()),
                        new AuthorizationCodeGrant(code, callback(), errand.verifier()))
                .build();
        try {
            TokenResponse response =
                    OIDCTokenResponseParser.parse(request.toHTTPRequest().send(line));
            if (response instanceof OIDCTokenResponse good
                    && good.getOIDCTokens().getIDToken() != null) {
                return good.getOIDCTokens().getIDToken();
            }
            throw new ProviderFailure(Why.NONSENSE, "the provider does not take the code");
        } catch (ParseException e) {
            throw new ProviderFailure(Why.NONSENSE, "what the provider gives for the code can't be read");
        } catch (IOException e) {
            throw new ProviderFailure(Why.AWAY, "the provider can't be asked for a token", e);
        }
    }

    /** A signature that does not fit is tried once more with keys fetched anew. */
    private IDTokenClaimsSet validated(JWT token, Errand errand) throws ProviderFailure {
        try {
            return validate(token, errand);
        } catch (BadJWSException e) {
            known = null;
        } catch (BadJOSEException e) {
            throw unbelievable(e);
        }
        try {
            return validate(token, errand);
        } catch (BadJOSEException e) {
            throw unbelievable(e);
        }
    }

    private IDTokenClaimsSet validate(JWT token, Errand errand) throws ProviderFailure, BadJOSEException {
        ProviderSettings configured = own.orElseThrow();
        IDTokenValidator validator = new IDTokenValidator(
                new Issuer(configured.issuer().toString()),
                new ClientID(configured.clientId()),
                new JWSVerificationKeySelector<>(ALGORITHMS, known().keys()),
                null);
        validator.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        try {
            return validator.validate(token, errand.nonce());
        } catch (KeySourceException e) {
            throw new ProviderFailure(Why.AWAY, "the provider's keys can't be fetched", e);
        } catch (JOSEException e) {
            throw new ProviderFailure(Why.NONSENSE, "the ID token can't be checked");
        }
    }

    /** The library's words tell which check failed, and quote at most claims such as the audience. */
    private static ProviderFailure unbelievable(BadJOSEException e) {
        return new ProviderFailure(
                Why.NONSENSE, "the ID token is refused: " + e.getMessage().replaceAll("\\p{Cntrl}", " "));
    }

    private ClientAuthentication authentication(List<ClientAuthenticationMethod> methods) {
        ClientID id = new ClientID(own.orElseThrow().clientId());
        Secret secret = new Secret(own.orElseThrow().clientSecret().text());
        boolean posts = methods != null
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return posts ? new ClientSecretPost(id, secret) : new ClientSecretBasic(id, secret);
    }

    private URI callback() {
        return URI.create(settings.baseUrl() + RETURN);
    }

    private Known known() throws ProviderFailure {
        Known current = known;
        if (current == null || !clock.instant().isBefore(current.until())) {
            current = discover();
            known = current;
        }
        return current;
    }

    private Known discover() throws ProviderFailure {
        Issuer issuer = new Issuer(own.orElseThrow().issuer().toString());
        try {
            OIDCProviderMetadata metadata =
                    OIDCProviderMetadata.parse(line.retrieveResource(OIDCProviderMetadata.resolveURL(issuer))
                            .getContent());
            if (!metadata.getIssuer().equals(issuer) || !isComplete(metadata)) {
                throw new ProviderFailure(Why.NONSENSE, "the provider describes itself as another, or incompletely");
            }
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                            metadata.getJWKSetURI().toURL(), line)
                    .cache(KEYS_FOR.toMillis(), KEYS_WAIT.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(false)
                    .build();
            return new Known(metadata, keys, clock.instant().plus(METADATA_FOR));
        } catch (IOException e) {
            throw new ProviderFailure(Why.AWAY, "the provider's description can't be fetched", e);
        } catch (com.nimbusds.oauth2.sdk.GeneralException | IllegalArgumentException e) {
            throw new ProviderFailure(Why.NONSENSE, "the provider's description can't be read");
        }
    }

    private static boolean isComplete(OIDCProviderMetadata metadata) {
        return List.of(
                        Optional.ofNullable(metadata.getAuthorizationEndpointURI()),
                        Optional.ofNullable(metadata.getTokenEndpointURI()),
                        Optional.ofNullable(metadata.getJWKSetURI()))
                .stream()
                .allMatch(address -> address.filter(Provider::isSafe).isPresent());
    }

    private static boolean isSafe(URI address) {
        return address.getHost() != null
                && ("https".equals(address.getScheme()) || Settings.isLoopback(address.getHost()));
    }
}
