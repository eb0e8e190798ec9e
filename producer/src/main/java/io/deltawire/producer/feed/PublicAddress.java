package io.deltawire.producer.feed;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Tells addresses of the public Internet from all others: this machine, local networks, carrier-grade NAT, cloud metadata
 * services, multicast (IANA special-purpose registries, RFC 6890).
 */
final class PublicAddress {
    private PublicAddress() {}

    /** Whether every address of a host is public. One that is not is enough: the client may take any of them. */
    static boolean isPublic(String host) throws UnknownHostException {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (!isPublic(address)) {
                return false;
            }
        }
        return true;
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes, 0) : isPublic6((Inet6Address) address, bytes);
    }

    private static boolean isPublic4(byte[] bytes, int at) {
        int a = bytes[at] & 0xff;
        int b = bytes[at + 1] & 0xff;
        int c = bytes[at + 2] & 0xff;
        boolean special = a == 0
                || a == 10
                || a == 127
                || a >= 224
                || (a == 100 && b >= 64 && b < 128)
                || (a == 169 && b == 254)
                || (a == 172 && b >= 16 && b < 32)
                || (a == 192 && b == 168)
                || (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 198 && (b == 18 || b == 19))
                || (a == 198 && b == 51 && c == 100)
                || (a == 203 && b == 0 && c == 113);
        return !special;
    }

    private static boolean isPublic6(Inet6Address address, byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        if (address.isIPv4CompatibleAddress()) {
            return isPublic4(bytes, 12);
        }
        if (first == 0x64 && second == 0xff9b) {
            return isPublic4(bytes, 12); // NAT64
        }
        if (first == 0x2002) {
            return isPublic4(bytes, 2); // 6to4
        }
        boolean globalUnicast = (first & 0xe000) == 0x2000;
        return globalUnicast && !(first == 0x2001 && (second == 0 || second == 0xdb8));
    }
}
