using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Serialization.Canonical;

internal static partial class CodecCases
{
    private static IEnumerable<CodecCase> Datasets()
    {
        var row = Codecs.String;
        var report = new ValidationReport<string>(
            5,
            2,
            [
                new RejectedRow<string>(3, "c", [new RowProblem("C", "d", "e"), new RowProblem("F", "g", "h")]),
                new RejectedRow<string>(4, null!, []),
            ],
            [new BrokenConstraint("C", "d", 6, 7, "e")]
        );
        var (first, second) = (new DateTimeOffset(1, TimeSpan.Zero), new DateTimeOffset(2, TimeSpan.Zero));
        var served = new Served<string, string>(
            new TimeWindow(first, second),
            [new ServedRow<string, string>("r", first, "a", "b", 7, "c"), new ServedRow<string, string>("s", first, "a", "b", 8, null)],
            3
        );
        return
        [
            Shared(
                "Served",
                Codecs.Served(row, row),
                served,
                "served(string,string)",
                "0100000000000000 0200000000000000 03 02 0272 0100000000000000 0261 0262 07 01 0263 0273 0100000000000000 0261 0262 08 00",
                "(window:'0001-01-01T00:00:00.0000001Z/0001-01-01T00:00:00.0000002Z',skipped:3,rows:["
                    + "(requestId:'r',time:'0001-01-01T00:00:00.0000001Z',input:'a',prediction:'b',modelVersion:7,label:'c'),"
                    + "(requestId:'s',time:'0001-01-01T00:00:00.0000001Z',input:'a',prediction:'b',modelVersion:8,label:null)])"
            ),
            Shared("Raw", Codecs.Raw(row), new Raw<string>(["a", "b"]), "raw(string)", "02 0261 0262", "['a','b']"),
            Shared("TrainSet", Codecs.TrainSet(row), new TrainSet<string>(["a", "b"]), "train(string)", "02 0261 0262", "['a','b']"),
            Shared(
                "ValidationSet",
                Codecs.ValidationSet(row),
                new ValidationSet<string>(["a", "b"]),
                "validation(string)",
                "02 0261 0262",
                "['a','b']"
            ),
            Shared("TestSet", Codecs.TestSet(row), new TestSet<string>(["a", "b"]), "test(string)", "02 0261 0262", "['a','b']"),
            Shared(
                "Fold",
                Codecs.Fold(row),
                new Fold<string>(new TrainSet<string>(["a"]), new ValidationSet<string>(["b"])),
                "fold(train(string),validation(string))",
                "01 0261 01 0262",
                "(train:['a'],validation:['b'])"
            ),
            Shared(
                "Validated",
                Codecs.Validated(row),
                new Validated<string>(["a", "b"], report),
                "validated(string)",
                "02 0261 0262 05 02 02 03 01 0263 02 0243 0264 0265 0246 0267 0268 04 00 00 01 0243 0264 06 07 0265",
                "(rows:['a','b'],report:(rowsRead:5,rowsRejected:2,rejects:[(index:3,row:'c',problems:[(column:'C',constraint:'d',message:'e'),"
                    + "(column:'F',constraint:'g',message:'h')]),(index:4,row:null,problems:[])],"
                    + "brokenConstraints:[(column:'C',constraint:'d',rowCount:6,firstIndex:7,firstMessage:'e')]))"
            ),
            Shared(
                "Validated",
                Codecs.Validated(row),
                new Validated<string>(
                    [],
                    new ValidationReport<string>(
                        1,
                        1,
                        [new RejectedRow<string>(0, "", [new RowProblem("", "", "")])],
                        [new BrokenConstraint("", "", 0, 0, "")]
                    )
                ),
                "validated(string)",
                "00 01 01 01 00 01 00 01 00 00 00 01 00 00 00 00 00",
                "(rows:[],report:(rowsRead:1,rowsRejected:1,rejects:[(index:0,row:'',problems:[(column:'',constraint:'',message:'')])],"
                    + "brokenConstraints:[(column:'',constraint:'',rowCount:0,firstIndex:0,firstMessage:'')]))"
            ),
            Own(
                "Raw",
                Codecs.Raw(Codecs.Array(Codecs.Byte)),
                new Raw<byte[]>([
                    [1],
                ]),
                "raw(list(uint8))",
                "01 01 01",
                "[x01]"
            ),
            Own(
                "Validated",
                Codecs.Validated(Codecs.Array(Codecs.Byte)),
                new Validated<byte[]>(
                    [
                        [1],
                    ],
                    new ValidationReport<byte[]>(1, 0, [], [])
                ),
                "validated(list(uint8))",
                "01 01 01 01 00 00 00",
                "(rows:[x01],report:(rowsRead:1,rowsRejected:0,rejects:[],brokenConstraints:[]))"
            ),
        ];
    }
}
