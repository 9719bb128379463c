package app.countersign.document;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * The CMS signature inside a seal (CAdES, ETSI EN 319 122-1, with the attributes that ETSI EN 319 142-1, 6.3 demands).
 */
record AdvancedSignature(SealKey key, Optional<TimeStamps> timeStamps) {

    byte[] of(byte[] content) throws IOException {
        try {
            CMSSignedData signed = generator().generate(new CMSProcessableByteArray(content), false);
            if (timeStamps.isPresent()) {
                signed = stamped(signed, timeStamps.get());
            }
            return signed.toASN1Structure().getEncoded(ASN1Encoding.DER);
        } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private CMSSignedDataGenerator generator()
            throws GeneralSecurityException, OperatorCreationException, CMSException {
        ContentSigner signer = new JcaContentSignerBuilder(key.algorithm()).build(key.key());
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                        .setSignedAttributeGenerator(attributes())
                        .build(signer, key.certificate()));
        generator.addCertificates(new JcaCertStore(key.chain()));
        return generator;
    }

    /** With the signer's certificate, without a time: in PAdES that stands in the signature dictionary alone. */
    private CMSAttributeTableGenerator attributes() throws GeneralSecurityException {
        byte[] digest = Archival.sha256(key.certificate().getEncoded());
        SigningCertificateV2 certificate = new SigningCertificateV2(
                new ESSCertIDv2(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256), digest));
        AttributeTable own = new AttributeTable(
                new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(certificate)));
        DefaultSignedAttributeTableGenerator usual = new DefaultSignedAttributeTableGenerator(own);
        return parameters -> usual.getAttributes(parameters).remove(CMSAttributes.signingTime);
    }

    private static CMSSignedData stamped(CMSSignedData signed, TimeStamps authority) {
        SignerInformation signer = signed.getSignerInfos().iterator().next();
        AttributeTable unsigned = new AttributeTable(new Attribute(
                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                new DERSet(
                        authority.over(signer.getSignature()).toCMSSignedData().toASN1Structure())));
        return CMSSignedData.replaceSigners(
                signed, new SignerInformationStore(SignerInformation.replaceUnsignedAttributes(signer, unsigned)));
    }
}
