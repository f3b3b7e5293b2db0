package dev.pinflow.connect.rds.connection;

import com.mysql.cj.conf.PropertyKey;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a parameter of the driver has no place in a URL. */
enum UrlRefusal {
    /** URLs are shown and logged. */
    CREDENTIALS(
            UrlRules.CREDENTIALS_RULE,
            PropertyKey.USER,
            PropertyKey.PASSWORD,
            PropertyKey.password1,
            PropertyKey.password2,
            PropertyKey.password3,
            PropertyKey.trustCertificateKeyStorePassword,
            PropertyKey.clientCertificateKeyStorePassword,
            PropertyKey.xdevapiSslTrustStorePassword,
            PropertyKey.xdevapiSslKeyStorePassword),
    /** Whoever may write a connector's configuration must not choose code for the worker. */
    CLASS(
            "names code for the driver to load: leave it out",
            PropertyKey.authenticationOpenidConnectCallbackHandler,
            PropertyKey.authenticationPlugins,
            PropertyKey.authenticationWebAuthnCallbackHandler,
            PropertyKey.clientInfoProvider,
            PropertyKey.connectionLifecycleInterceptors,
            PropertyKey.customCharsetMapping,
            PropertyKey.defaultAuthenticationPlugin,
            PropertyKey.exceptionInterceptors,
            PropertyKey.ha_loadBalanceStrategy,
            PropertyKey.keyManagerFactoryProvider,
            PropertyKey.keyStoreProvider,
            PropertyKey.loadBalanceExceptionChecker,
            PropertyKey.loadBalanceSQLExceptionSubclassFailover,
            PropertyKey.logger,
            PropertyKey.profilerEventHandler,
            PropertyKey.propertiesTransform,
            PropertyKey.queryInfoCacheFactory,
            PropertyKey.queryInterceptors,
            PropertyKey.serverConfigCacheFactory,
            PropertyKey.socketFactory,
            PropertyKey.sslContextProvider,
            PropertyKey.trustManagerFactoryProvider,
            PropertyKey.xdevapiCompressionExtensions),
    /** A hostile server could have the worker's files. */
    FILE(
            "makes the driver read or send files of the worker: leave it out",
            PropertyKey.allowLoadLocalInfile,
            PropertyKey.allowLoadLocalInfileInPath,
            PropertyKey.allowUrlInLocalInfile,
            PropertyKey.idTokenFile,
            PropertyKey.ociConfigFile,
            PropertyKey.ociConfigProfile,
            PropertyKey.PATH,
            PropertyKey.serverRSAPublicKeyFile,
            PropertyKey.useConfigs),
    /** Typed options check what they are given. */
    TLS(
            "has an option of its own: use connection.tls.mode, connection.tls.truststore.location and the other "
                    + "connection.tls.* options",
            PropertyKey.clientCertificateKeyStoreType,
            PropertyKey.clientCertificateKeyStoreUrl,
            PropertyKey.fallbackToSystemKeyStore,
            PropertyKey.fallbackToSystemTrustStore,
            PropertyKey.requireSSL,
            PropertyKey.sslMode,
            PropertyKey.trustCertificateKeyStoreType,
            PropertyKey.trustCertificateKeyStoreUrl,
            PropertyKey.useSSL,
            PropertyKey.verifyServerCertificate),
    /** A task without time-outs hangs for ever when a host vanishes. */
    TIME_OUT(
            "has an option of its own: use connection.connect.timeout.ms and connection.socket.timeout.ms",
            PropertyKey.connectTimeout,
            PropertyKey.netTimeoutForStreamingResults,
            PropertyKey.socketTimeout),
    /** A driver that reconnects behind the connector's back loses the session's settings. */
    RECONNECTION(
            "has an option of its own, as the connector reconnects by itself: use retry.budget.ms and retry.backoff.ms",
            PropertyKey.autoReconnect,
            PropertyKey.autoReconnectForPools,
            PropertyKey.initialTimeout,
            PropertyKey.maxReconnects,
            PropertyKey.reconnectAtTxEnd),
    /** Records must not depend on a URL. */
    CONNECTORS_OWN(
            "is the connector's own to set, because records would change with it: leave it out",
            PropertyKey.blobsAreStrings,
            PropertyKey.cacheDefaultTimeZone,
            PropertyKey.connectionCollation,
            PropertyKey.createDatabaseIfNotExist,
            PropertyKey.databaseTerm,
            PropertyKey.emptyStringsConvertToZero,
            PropertyKey.functionsNeverReturnBlobs,
            PropertyKey.maxRows,
            PropertyKey.sessionVariables,
            PropertyKey.noDatetimeStringSync,
            PropertyKey.nullDatabaseMeansCurrent,
            PropertyKey.padCharsWithSpace,
            PropertyKey.preserveInstants,
            PropertyKey.processEscapeCodesForPrepStmts,
            PropertyKey.transformedBitIsBoolean,
            PropertyKey.treatMysqlDatetimeAsTimestamp,
            PropertyKey.useAffectedRows,
            PropertyKey.useCursorFetch,
            PropertyKey.useOldAliasMetadataBehavior);

    private final String rule;
    /** Never changed. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<PropertyKey> keys;

    UrlRefusal(String rule, PropertyKey first, PropertyKey... more) {
        this.rule = rule;
        this.keys = EnumSet.of(first, more);
    }

    /** Why a parameter is refused; none if it is allowed or not the driver's. */
    static Optional<UrlRefusal> of(PropertyKey key) {
        Optional<UrlRefusal> named = Arrays.stream(values())
                .filter(refusal -> refusal.keys.contains(key))
                .findFirst();
        boolean fixed = Connections.FIXED.containsKey(key.getKeyName());
        return named.isEmpty() && fixed ? Optional.of(CONNECTORS_OWN) : named;
    }

    /** The sentence for those who set these parameters; names them in the driver's spelling. */
    String message(String option, Set<PropertyKey> set) {
        if (this == CREDENTIALS) {
            return option + " " + rule;
        }
        String names = set.stream().map(PropertyKey::getKeyName).sorted().collect(Collectors.joining(", "));
        return option + " sets " + names + ", which " + rule + ".";
    }
}
