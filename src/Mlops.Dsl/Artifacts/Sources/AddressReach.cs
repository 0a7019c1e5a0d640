using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Mlops.Dsl;

/// <summary>From how far away an address can be reached: the greater, the fewer can, and the more is trusted to whoever does.</summary>
internal enum AddressReach
{
    /// <summary>From the internet.</summary>
    Public = 0,

    /// <summary>From a private network.</summary>
    Private = 1,

    /// <summary>From this machine or its link alone: loopback, link-local, and where clouds tell a machine its credentials.</summary>
    Local = 2,
}

/// <summary>Tells how far an address reaches, whatever form it is written in.</summary>
internal static class AddressReaches
{
    private static readonly (IPNetwork Network, AddressReach Reach)[] Networks =
    [
        (IPNetwork.Parse("0.0.0.0/8"), AddressReach.Local),
        (IPNetwork.Parse("127.0.0.0/8"), AddressReach.Local),
        (IPNetwork.Parse("169.254.0.0/16"), AddressReach.Local),
        (IPNetwork.Parse("100.100.100.200/32"), AddressReach.Local), // Alibaba Cloud's metadata.
        (IPNetwork.Parse("168.63.129.16/32"), AddressReach.Local), // Azure's.
        (IPNetwork.Parse("192.0.0.192/32"), AddressReach.Local), // Oracle Cloud's.
        (IPNetwork.Parse("224.0.0.0/3"), AddressReach.Local), // Multicast, reserved, broadcast.
        (IPNetwork.Parse("10.0.0.0/8"), AddressReach.Private),
        (IPNetwork.Parse("100.64.0.0/10"), AddressReach.Private),
        (IPNetwork.Parse("172.16.0.0/12"), AddressReach.Private),
        (IPNetwork.Parse("192.0.0.0/24"), AddressReach.Private),
        (IPNetwork.Parse("192.168.0.0/16"), AddressReach.Private),
        (IPNetwork.Parse("198.18.0.0/15"), AddressReach.Private),
        (IPNetwork.Parse("::/127"), AddressReach.Local), // Unspecified and loopback.
        (IPNetwork.Parse("fe80::/10"), AddressReach.Local),
        (IPNetwork.Parse("fd00:ec2::/32"), AddressReach.Local), // Amazon's metadata.
        (IPNetwork.Parse("fd20:ce::254/128"), AddressReach.Local), // Google's.
        (IPNetwork.Parse("ff00::/8"), AddressReach.Local),
        (IPNetwork.Parse("fc00::/7"), AddressReach.Private),
        (IPNetwork.Parse("fec0::/10"), AddressReach.Private),
    ];

    /// <summary>
    /// The networks whose addresses carry one of IPv4, and at which byte: compatible, translated (NAT64, also in its local form, and SIIT),
    /// 6to4.
    /// </summary>
    private static readonly (IPNetwork Network, int Offset)[] Carriers =
    [
        (IPNetwork.Parse("::/96"), 12),
        (IPNetwork.Parse("::ffff:0:0:0/96"), 12),
        (IPNetwork.Parse("64:ff9b::/96"), 12),
        (IPNetwork.Parse("64:ff9b:1::/48"), 12),
        (IPNetwork.Parse("2002::/16"), 2),
    ];

    /// <summary>How far an address reaches.</summary>
    public static AddressReach Of(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : WithoutScope(address);
        foreach (var (network, reach) in Networks)
        {
            if (network.Contains(plain))
            {
                return reach;
            }
        }

        foreach (var (network, offset) in Carriers)
        {
            if (network.Contains(plain))
            {
                return Of(new IPAddress(plain.GetAddressBytes().AsSpan(offset, 4)));
            }
        }

        // Teredo writes the client's address with its bits turned round.
        return IPNetwork.Parse("2001::/32").Contains(plain)
            ? Of(
                new IPAddress(BinaryPrimitives.ReverseEndianness(~BinaryPrimitives.ReadUInt32BigEndian(plain.GetAddressBytes().AsSpan(12))))
            )
            : AddressReach.Public;
    }

    private static IPAddress WithoutScope(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 && address.ScopeId != 0 ? new IPAddress(address.GetAddressBytes()) : address;
}
