package app.countersign.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Calendar;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerId;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;

/**
 * Judges one signature of a file. It reads the signature from the gap that the byte range leaves, not from where the
 * parser found it, so that what is verified is what is covered.
 */
final class SignatureJudge {

    private static final Set<String> SUB_FILTERS = Set.of("ETSI.CAdES.detached", "adbe.pkcs7.detached");

    private final byte[] pdf;
    private final Set<X509Certificate> ours;

    SignatureJudge(byte[] pdf, Set<X509Certificate> ours) {
        this.pdf = pdf;
        this.ours = ours;
    }

    SignatureFinding judge(PDSignature signature) {
        int[] range = signature.getByteRange();
        Optional<Instant> claimed = Optional.ofNullable(signature.getSignDate()).map(Calendar::toInstant);
        String name = Letters.onOneLine(Optional.ofNullable(signature.getName()).orElse("?"));
        SignatureFinding broken =
                new SignatureFinding(name, claimed, Optional.empty(), 0, false, false, false, Optional.empty());
        if (!isWhole(range) || !SUB_FILTERS.contains(String.valueOf(signature.getSubFilter()))) {
            return broken;
        }
        try {
            byte[] cms = HexFormat.of().parseHex(new String(pdf, range[1] + 1, range[2] - range[1] - 2, "US-ASCII"));
            return Arrays.equals(cms, signature.getContents()) ? judge(cms, range, claimed) : broken;
        } catch (IOException | CMSException | GeneralSecurityException | RuntimeException e) {
            // Whatever a stranger's signature does to the parser, it is no sound signature.
            return broken;
        }
    }

    /** From the first byte, with a gap for the signature's hexadecimal digits and nothing else, within the file. */
    private boolean isWhole(int[] range) {
        return range != null
                && range.length == 4
                && range[0] == 0
                && range[1] > 0
                && range[2] > range[1] + 2
                && range[3] >= 0
                && (long) range[2] + range[3] <= pdf.length
                && pdf[range[1]] == '<'
                && pdf[range[2] - 1] == '>';
    }

    private SignatureFinding judge(byte[] cms, int[] range, Optional<Instant> claimed)
            throws IOException, CMSException, GeneralSecurityException {
        CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(covered(range)), cms);
        SignerInformation signer = signed.getSignerInfos().iterator().next();
        X509Certificate certificate = certificate(signed.getCertificates(), signer.getSID());
        boolean intact = signed.getSignerInfos().size() == 1 && verifies(signer, certificate);
        long end = (long) range[2] + range[3];
        return new SignatureFinding(
                Letters.onOneLine(SealKey.nameOf(certificate)),
                claimed,
                intact ? stampedAt(signer) : Optional.empty(),
                end,
                end == pdf.length,
                intact,
                ours.contains(certificate),
                Optional.of(SignatureFinding.Holder.of(certificate)));
    }

    private byte[] covered(int[] range) {
        ByteArrayOutputStream covered = new ByteArrayOutputStream(range[1] + range[3]);
        covered.write(pdf, 0, range[1]);
        covered.write(pdf, range[2], range[3]);
        return covered.toByteArray();
    }

    private static X509Certificate certificate(Store<X509CertificateHolder> certificates, SignerId signer)
            throws GeneralSecurityException {
        X509CertificateHolder holder = certificates.getMatches(null).stream()
                .filter(signer::match)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("The signer's certificate is missing"));
        return new JcaX509CertificateConverter().getCertificate(holder);
    }

    private static boolean verifies(SignerInformation signer, X509Certificate certificate) {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        } catch (CMSException | OperatorCreationException e) {
            return false;
        }
    }

    private static Optional<Instant> stampedAt(SignerInformation signer) {
        AttributeTable unsigned = signer.getUnsignedAttributes();
        Attribute attribute =
                unsigned == null ? null : unsigned.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (attribute == null) {
            return Optional.empty();
        }
        try {
            TimeStampToken token = new TimeStampToken(
                    ContentInfo.getInstance(attribute.getAttrValues().getObjectAt(0)));
            String algorithm =
                    token.getTimeStampInfo().getMessageImprintAlgOID().getId();
            byte[] imprint = java.security.MessageDigest.getInstance(algorithm).digest(signer.getSignature());
            token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .build(certificate(token.getCertificates(), token.getSID())));
            return Arrays.equals(imprint, token.getTimeStampInfo().getMessageImprintDigest())
                    ? Optional.of(token.getTimeStampInfo().getGenTime().toInstant())
                    : Optional.empty();
        } catch (IOException | TSPException | GeneralSecurityException | OperatorCreationException e) {
            return Optional.empty();
        }
    }
}
