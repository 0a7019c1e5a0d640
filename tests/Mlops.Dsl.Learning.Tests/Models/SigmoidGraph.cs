using System.Text;

namespace Mlops.Dsl.Learning.Tests.Models;

/// <summary>An ONNX file of one node: Chance = Sigmoid(Signal), written field by field as onnx.proto3 has them.</summary>
internal static class SigmoidGraph
{
    public static byte[] Bytes { get; } =
    [
        .. Number(1, 8),
        .. Message(
            7,
            [
                .. Message(1, [.. Text(1, "Signal"), .. Text(2, "Chance"), .. Text(4, "Sigmoid")]),
                .. Text(2, "sigmoid"),
                .. Message(11, Tensor("Signal")),
                .. Message(12, Tensor("Chance")),
            ]
        ),
        .. Message(8, [.. Text(1, ""), .. Number(2, 13)]),
    ];

    // A matrix of floats: any number of rows, one column.
    private static byte[] Tensor(string name) =>
        [
            .. Text(1, name),
            .. Message(2, Message(1, [.. Number(1, 1), .. Message(2, [.. Message(1, Text(2, "rows")), .. Message(1, Number(1, 1))])])),
        ];

    private static byte[] Number(int field, byte value) => [(byte)(field << 3), value];

    private static byte[] Text(int field, string value) => Message(field, Encoding.UTF8.GetBytes(value));

    private static byte[] Message(int field, byte[] bytes) =>
        bytes.Length < 0x80
            ? [(byte)((field << 3) | 2), (byte)bytes.Length, .. bytes]
            : throw new ArgumentException("One byte of length is written.");
}
