#pragma warning disable CS8981, CS1591
using Mlops.Dsl;

namespace @namespace.@void
{
    public partial struct @struct
    {
        internal partial interface @interface
        {
            internal partial record @record
            {
                [Pipeline("nested")]
                private protected sealed partial record @record2
                {
                    [Stage] public int A() => 1;
                }
            }
        }
    }
}
